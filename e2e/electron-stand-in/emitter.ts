/** Events with a closed list of names: listening to one that never comes would be a silent gap. */
import { refusal } from './strict.ts';

type Listener = (...values: unknown[]) => void;

/** What a preventable event looks like to the app. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event that the app may prevent, with further facts. */
export function preventable<T extends object>(facts: T): T & PreventableEvent {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** A minimal emitter; `on` and `once` refuse names outside `known`. */
export class StrictEmitter {
  readonly #name: string;
  readonly #known: readonly string[];
  readonly #listeners = new Map<string, Listener[]>();

  constructor(name: string, known: readonly string[]) {
    this.#name = name;
    this.#known = known;
  }

  on(event: string, listener: Listener): this {
    if (!this.#known.includes(event)) throw refusal(`event ${this.#name} “${event}” is not implemented`);
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  once(event: string, listener: Listener): this {
    const first: Listener = (...values) => {
      this.off(event, first);
      listener(...values);
    };
    return this.on(event, first);
  }

  off(event: string, listener: Listener): this {
    const rest = (this.#listeners.get(event) ?? []).filter((each) => each !== listener);
    this.#listeners.set(event, rest);
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  /** For the stand-in alone. True where anyone listens. */
  tell(event: string, ...values: unknown[]): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) listener(...values);
    return listeners.length > 0;
  }
}
