/** `zhupi validate`: checks every annotation, and the file itself. Errors end with status 1, warnings do not. */
import { encodeMessage, reasonText } from '#shared/i18n/message.ts';
import { isTextKey } from '#shared/i18n/text.ts';
import type { Problem } from '#shared/model/project.ts';
import type { Language } from '#shared/model/settings.ts';
import type { CommandRun } from '../command.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print }, { project }) => {
  const { problems, isSound } = await withCore(print, project, (core) => core.call('project.validate', {}));
  const told = problems.map((problem) => ({ ...problem, message: describeProblem(print.language, problem) }));
  print.json({ sound: isSound, problems: told });
  for (const { document, annotator, mark, severity, message } of told) {
    const place = [document, annotator, mark].filter((part) => part !== null).join(' ');
    print.line(`${print.text(`cli.validate.${severity}`)}  ${place}  ${message}`);
  }
  const count = problems.filter(({ severity }) => severity === 'error').length;
  if (!isSound) throw new CommandError(print.text('cli.failed.validate', { count, file: project }));
  print.line(
    problems.length === 0
      ? print.text('cli.done.sound')
      : print.text('cli.done.soundWarnings', { count: problems.length }),
  );
  return EXIT.done;
};

function describeProblem(language: Language, { code, details }: Problem): string {
  for (const key of [`error.${code}`, `problem.${code}`])
    if (isTextKey(key)) return reasonText(language, encodeMessage(key, details));
  return `${code} ${JSON.stringify(details)}`;
}
