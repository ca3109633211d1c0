/** A document's status as a small shape; the shapes differ, not only their colours. */
import type { Status } from '#shared/model/document.ts';

/** ○ to do, ◐ in progress, ● done, ⚑ flagged; `label` is its name; empty where the name stands beside it. */
export function StatusMark({ status, label }: { readonly status: Status; readonly label: string }) {
  return (
    <svg
      className={`status-mark status-${status}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role="img"
      aria-hidden={label === ''}
      aria-label={label}
    >
      <title>{label}</title>
      {status === 'flagged' ? (
        <path d="M3.5 12.5V1.5M3.5 2h7l-1.8 2.7L10.500 7.500h-7z" />
      ) : (
        <>
          <circle cx="7" cy="7" r="5" />
          {status === 'in_progress' && <path className="status-fill" d="M7 2a5 5 0 0 0 0 10z" />}
          {status === 'done' && <circle className="status-fill" cx="7" cy="7" r="5" />}
        </>
      )}
    </svg>
  );
}
