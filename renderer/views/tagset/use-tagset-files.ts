/** Saving the tagset, and carrying it to and from files. */
import { useState } from 'react';
import type { FileFinding } from '#shared/api/contract.ts';
import type { ZhupiError } from '#shared/api/errors.ts';
import { deliver, pickFiles, pickTarget } from '../../client/files.ts';
import { useClient } from '../../commands/context.ts';
import { useAppStore } from '../../state/store.ts';
import { asZhupiError } from '../import/error-note.tsx';
import { withNextVersion } from './draft.ts';
import type { TagsetDraft } from './use-draft.ts';

/** What the buttons of the screen do; refusals stay in sight until the next attempt. */
export function useTagsetFiles({ draft, stored, set }: TagsetDraft) {
  const client = useClient();
  const store = useAppStore();
  const [error, setError] = useState<ZhupiError | null>(null);
  const [findings, setFindings] = useState<{ readonly file: string; readonly findings: readonly FileFinding[] } | null>(
    null,
  );
  const [isBusy, setBusy] = useState(false);

  function run(step: () => Promise<void>): () => void {
    return () => {
      setError(null);
      setFindings(null);
      setBusy(true);
      step()
        .catch((thrown: unknown) => setError(asZhupiError(thrown)))
        .finally(() => setBusy(false));
    };
  }

  async function save(): Promise<void> {
    await store.getState().settled();
    const { tagset } = await client.call('tagset.set', { tagset: withNextVersion(draft, stored) });
    // What is stored now is no longer a change, as soon as the core has told the page of it.
    set(tagset);
    store.getState().notify('good', 'tagset.saved');
  }

  async function load(): Promise<void> {
    const { info } = store.getState();
    if (info === null) return;
    const [file] = await pickFiles(client, info, 'tagset', false);
    if (file === undefined) return;
    const reading = await client.call('tagset.read', { file: file.token });
    if (reading.tagset !== null) set(reading.tagset);
    else setFindings({ file: file.name, findings: reading.findings });
  }

  async function write(): Promise<void> {
    const target = await pickTarget(client, { purpose: 'tagset', suggestedName: `${stored.name}.json` });
    if (target === null) return;
    await client.call('tagset.write', { target: target.token });
    await deliver(client, target.token);
  }

  async function takeBuiltIn(): Promise<void> {
    set((await client.call('tagset.builtIn', {})).tagset);
  }

  return {
    error,
    findings,
    isBusy,
    save: run(save),
    load: run(load),
    write: run(write),
    takeBuiltIn: run(takeBuiltIn),
    closeFindings: () => setFindings(null),
  };
}
