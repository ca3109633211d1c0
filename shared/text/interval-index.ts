/**
 * A set of half-open intervals that answers "what overlaps here" in O(log n + k) and takes single changes in O(log n):
 * a treap ordered by start, with the greatest end below each node. Deterministic: priorities come from a counter.
 */

/** Intervals `[start, end)` with a value each. The same value may be held under several intervals. */
export interface IntervalIndex<T> {
  /** Number of intervals held. */
  readonly size: number;
  /** Adds an interval; empty ones (`start >= end`) are ignored. */
  insert(start: number, end: number, value: T): void;
  /** Takes out one interval with exactly these ends and this value; false where there is none. */
  remove(start: number, end: number, value: T): boolean;
  /** The values of all intervals that overlap `[start, end)`, by start; a value is repeated for each of its intervals. */
  query(start: number, end: number): T[];
}

interface Node<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
  readonly serial: number;
  readonly priority: number;
  maxEnd: number;
  left: Node<T> | null;
  right: Node<T> | null;
}

/** An empty index. */
export function createIntervalIndex<T>(): IntervalIndex<T> {
  let root: Node<T> | null = null;
  let serial = 0;
  let size = 0;
  return {
    get size() {
      return size;
    },
    insert(start, end, value) {
      if (start >= end) return;
      serial += 1;
      const node: Node<T> = {
        start,
        end,
        value,
        serial,
        priority: scramble(serial),
        maxEnd: end,
        left: null,
        right: null,
      };
      const [left, right] = split(root, start, serial);
      root = merge(merge(left, node), right);
      size += 1;
    },
    remove(start, end, value) {
      const found = find(root, start, end, value);
      if (found === null) return false;
      const [left, rest] = split(root, start, found.serial);
      const [, right] = split(rest, start, found.serial + 1);
      root = merge(left, right);
      size -= 1;
      return true;
    },
    query(start, end) {
      const hits: T[] = [];
      if (start < end) collect(root, start, end, hits);
      return hits;
    },
  };
}

/** Spreads consecutive numbers over 32 bits (the finaliser of MurmurHash3), so that the tree stays shallow. */
function scramble(counter: number): number {
  let h = counter | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function refresh<T>(node: Node<T>): Node<T> {
  let maxEnd = node.end;
  if (node.left !== null && node.left.maxEnd > maxEnd) maxEnd = node.left.maxEnd;
  if (node.right !== null && node.right.maxEnd > maxEnd) maxEnd = node.right.maxEnd;
  node.maxEnd = maxEnd;
  return node;
}

/** Left: everything ordered before (start, serial); right: that and everything after. */
function split<T>(node: Node<T> | null, start: number, serial: number): [Node<T> | null, Node<T> | null] {
  if (node === null) return [null, null];
  if (node.start < start || (node.start === start && node.serial < serial)) {
    const [left, right] = split(node.right, start, serial);
    node.right = left;
    return [refresh(node), right];
  }
  const [left, right] = split(node.left, start, serial);
  node.left = right;
  return [left, refresh(node)];
}

function merge<T>(left: Node<T> | null, right: Node<T> | null): Node<T> | null {
  if (left === null) return right;
  if (right === null) return left;
  if (left.priority > right.priority) {
    left.right = merge(left.right, right);
    return refresh(left);
  }
  right.left = merge(left, right.left);
  return refresh(right);
}

function find<T>(node: Node<T> | null, start: number, end: number, value: T): Node<T> | null {
  if (node === null || node.maxEnd < end) return null;
  if (node.start < start) return find(node.right, start, end, value);
  if (node.start > start) return find(node.left, start, end, value);
  if (node.end === end && node.value === value) return node;
  return find(node.left, start, end, value) ?? find(node.right, start, end, value);
}

function collect<T>(node: Node<T> | null, start: number, end: number, hits: T[]): void {
  if (node === null || node.maxEnd <= start) return;
  collect(node.left, start, end, hits);
  if (node.start >= end) return;
  if (node.end > start) hits.push(node.value);
  collect(node.right, start, end, hits);
}
