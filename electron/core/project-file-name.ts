/** A project's name as a file name that every system accepts. */

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The file name for a project, with `.zhupi`. Characters that some system forbids become `_`. */
export function projectFileName(name: string): string {
  const safe = [...name.normalize('NFC').replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '_')]
    .slice(0, 60)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${safe === '' || RESERVED.test(safe) ? `_${safe}` : safe}.zhupi`;
}
