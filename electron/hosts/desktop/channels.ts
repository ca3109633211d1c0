/** The names that main process and preload agree on; nothing else travels between them. */

/** Page to main: a method of the contract, by name and input. Answers a CallAnswer. */
export const CALL_CHANNEL = 'zhupi:call';

/** Page to main: the preload gives the paths of dropped files. Answers their grants. */
export const GRANT_DROPPED_CHANNEL = 'zhupi:grant-dropped';

/** Page to main: the page now listens; what was waiting for it may be sent. */
export const LISTENING_CHANNEL = 'zhupi:listening';

/** Main to page: an AppEvent. */
export const EVENT_CHANNEL = 'zhupi:event';
