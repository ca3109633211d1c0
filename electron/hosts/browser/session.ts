/** Who may speak to the host: one-time tokens in the printed address, exchanged for a cookie of this run. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The tokens and cookies of one running host; all end with it. */
export interface Sessions {
  /** A fresh one-time token of 256 random bits. A token given before and not used stops working. */
  issue(): string;
  /** Exchanges the current token for the value of a cookie; null where it is not the current one or was used. */
  enter(token: string): string | null;
  /** True where a `Cookie` header carries a value that `enter` gave. */
  isKnown(cookieHeader: string | undefined): boolean;
  /** The `Set-Cookie` header for a value that `enter` gave: out of reach of scripts and of other sites. */
  setCookie(value: string): string;
}

/** Sessions for a host at `port`; the cookie's name holds the port, since cookies are shared between ports. */
export function createSessions(port: number): Sessions {
  const name = `zhupi-${port}`;
  const known: Buffer[] = [];
  let current: Buffer | null = null;

  return {
    issue() {
      const token = randomBytes(32).toString('base64url');
      current = digest(token);
      return token;
    },
    enter(token) {
      if (current === null || !timingSafeEqual(digest(token), current)) return null;
      current = null;
      const value = randomBytes(32).toString('base64url');
      known.push(digest(value));
      return value;
    },
    isKnown(cookieHeader) {
      return cookieValues(cookieHeader, name).some((value) => {
        const asked = digest(value);
        return known.some((each) => timingSafeEqual(asked, each));
      });
    },
    setCookie: (value) => `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

/** Equal lengths for timingSafeEqual, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function cookieValues(header: string | undefined, name: string): readonly string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
