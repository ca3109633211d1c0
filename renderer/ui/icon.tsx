/** Line icons on a 20 × 20 grid, drawn with the text's colour. Always beside a name, or on a named button. */

const PATHS = {
  library: 'M4 4h3v12H4zM9 4h3v12H9zM14.2 4.6l2.6-.6 2.4 11.6',
  read: 'M10 5c-2-1.4-4.4-1.6-7-1v11c2.6-.6 5-.4 7 1 2-1.4 4.4-1.6 7-1V4c-2.6-.6-5-.4-7 1zm0 0v11',
  tagset: 'M3 4h6l8 8-5 5-8-8zM6.2 7.2h.01',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M11 4v4M5 12v4',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zm3.6-1.4L17 17',
  import: 'M10 3v9m0 0l-3.5-3.5M10 12l3.5-3.5M4 14v3h12v-3',
  export: 'M10 12V3m0 0L6.5 6.5M10 3l3.5 3.5M4 14v3h12v-3',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4L16 6',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.4v.1',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v5M10 6.4v.1',
  undo: 'M7 4L3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.5 3.5L13 11M16 7.5H8a4.5 4.5 0 0 0 0 9h4',
  left: 'M12.5 4.5L7 10l5.5 5.5',
  right: 'M7.5 4.5L13 10l-5.5 5.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6',
  flag: 'M5 17V3m0 1h9l-2 3.5L14 11H5',
  open: 'M3 16V5h5l2 2h7v9z',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  sparkle: 'M10 3l1.8 5.2L17 10l-5.2 1.8L10 17l-1.8-5.2L3 10l5.2-1.8z',
  link: 'M8.5 11.5l3-3M7 9L5 11a3 3 0 0 0 4 4l2-2M13 11l2-2a3 3 0 0 0-4-4L9 7',
  cut: 'M6 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm8 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 11l6-8M13 11L7 3',
  merge: 'M5 4v3a3 3 0 0 0 3 3h4a3 3 0 0 1 3 3v3M5 16v-3',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2v2M10 16v2M2 10h2M16 10h2M4.5 4.5l1.4 1.4M14.1 14.1l1.4 1.4M4.5 15.5l1.4-1.4M14.1 5.9l1.4-1.4',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon; silent for screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
