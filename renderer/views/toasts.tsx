/** Passing messages at the lower edge. Errors stay until they are closed. */
import { errorText } from '#shared/i18n/error-text.ts';
import type { Toast } from '../state/app-slice.ts';
import { useApp } from '../state/store.ts';
import { useLanguage, useText } from '../state/use-text.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** The stack of messages. */
export function Toasts() {
  const toasts = useApp((state) => state.toasts);
  return (
    <div className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const t = useText();
  const language = useLanguage();
  const dismiss = useApp((state) => state.dismiss);
  const text =
    toast.error === null ? (toast.key === null ? '' : t(toast.key, toast.values)) : errorText(language, toast.error);
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === 'bad' ? 'alert' : undefined}>
      <Icon name={toast.tone === 'bad' ? 'warning' : toast.tone === 'good' ? 'check' : 'info'} size={16} />
      <p>{text}</p>
      {toast.action !== null && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {t(toast.action.key)}
        </button>
      )}
      <IconButton icon="close" label={t('common.close')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}
