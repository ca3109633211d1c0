/** Choosing files and places: native dialogs where the host has them, file inputs and downloads elsewhere. */
import type { MethodInput, MethodOutput } from '#shared/api/contract.ts';
import type { Client, UploadPurpose } from './bridge.ts';

type Info = MethodOutput<'host.info'>;
type Grants = MethodOutput<'host.pickFiles'>;

const ACCEPT: Readonly<Record<UploadPurpose, string>> = {
  import: '.txt,.jsonl,.json,text/plain',
  project: '.zhupi',
  tagset: '.json',
  backup: '.zhupi',
};

/** Lets the person choose files. An empty list: they changed their mind. */
export async function pickFiles(
  client: Client,
  info: Info,
  purpose: UploadPurpose,
  isMultiple: boolean,
): Promise<Grants> {
  if (info.hasDialogs) return client.call('host.pickFiles', { purpose, isMultiple });
  const files = await chooseInPage(ACCEPT[purpose], isMultiple);
  return files.length === 0 ? [] : client.grantFiles(files, purpose);
}

/** Lets the person choose where to write; null: they changed their mind. */
export function pickTarget(
  client: Client,
  input: MethodInput<'host.pickTarget'>,
): Promise<MethodOutput<'host.pickTarget'>> {
  return client.call('host.pickTarget', input);
}

/** Hands over what was written: shows its folder, or starts the download. */
export async function deliver(client: Client, target: string): Promise<void> {
  const { url } = await client.call('host.deliver', { target });
  if (url === null) return;
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

function chooseInPage(accept: string, isMultiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMultiple;
    input.hidden = true;
    input.dataset['purpose'] = 'choose-files';
    const finish = (files: readonly File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
}
