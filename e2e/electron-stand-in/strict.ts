/** Refusal by name: whatever the stand-in does not implement throws and is noted, so that nothing passes by accident. */

/** What was refused or went wrong, in order; a test that ends with any of these has failed. */
export const failures: string[] = [];

/** Notes a failure and makes the error for it. */
export function refusal(message: string): Error {
  const text = `electron stand-in: ${message}`;
  failures.push(text);
  return new Error(text);
}

/** `object` with every other property refused, for reading and for writing. */
export function strict<T extends object>(name: string, object: T): T {
  const isKnown = (key: string | symbol) =>
    typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON';
  return new Proxy(object, {
    get(target, key) {
      if (!isKnown(key)) throw refusal(`${name}.${String(key)} is not implemented`);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, key, value) {
      if (!isKnown(key)) throw refusal(`${name}.${String(key)} cannot be set`);
      return Reflect.set(target, key, value, target);
    },
  });
}

/** A whole module that is not there: importing its name is fine, using it is not. */
export function missing(name: string): object {
  const refuse = (): never => {
    throw refusal(`${name} is not implemented`);
  };
  return new Proxy(refuse, { get: refuse, set: refuse, construct: refuse, apply: refuse, has: refuse });
}

/** Refuses options that are not in `known`, since ignoring one would let a test pass by accident. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options))
    if (!known.includes(key)) throw refusal(`${name}: option ${key} is not implemented`);
}
