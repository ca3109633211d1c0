/** Moves the edges of the selected mark by one character; the keys stand in the tooltips. */
import type { CommandId } from '#shared/commands/registry.ts';
import { commandEntry } from '#shared/commands/registry.ts';
import { useCommands } from '../../commands/context.ts';
import { useText } from '../../state/use-text.ts';

const STEPS: readonly { readonly id: CommandId; readonly sign: string }[] = [
  { id: 'mark.growStart', sign: '⇤' },
  { id: 'mark.shrinkStart', sign: '⇥' },
  { id: 'mark.shrinkEnd', sign: '⇤' },
  { id: 'mark.growEnd', sign: '⇥' },
];

/** Four small buttons. */
export function BoundaryButtons() {
  const t = useText();
  const commands = useCommands();
  return (
    <fieldset className="boundaries" aria-label={t('read.boundaries')}>
      <span className="quiet">{t('read.start')}</span>
      {STEPS.slice(0, 2).map((step) => (
        <Step key={step.id} {...step} run={commands[step.id].run} title={t(`command.${step.id}`)} />
      ))}
      <span className="quiet">{t('read.end')}</span>
      {STEPS.slice(2).map((step) => (
        <Step key={step.id} {...step} run={commands[step.id].run} title={t(`command.${step.id}`)} />
      ))}
    </fieldset>
  );
}

function Step({
  id,
  sign,
  run,
  title,
}: {
  readonly id: CommandId;
  readonly sign: string;
  readonly run: () => void;
  readonly title: string;
}) {
  const key = commandEntry(id).keys[0] ?? '';
  return (
    <button
      type="button"
      className="boundary"
      aria-label={title}
      title={`${title}  ${key}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span aria-hidden="true">{sign}</span>
      <kbd className="kbd">{key}</kbd>
    </button>
  );
}
