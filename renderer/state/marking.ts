/** A person's gestures on the text: pick, label, arm a role, fill it, move a boundary, delete. */
import { ZhupiError } from '#shared/api/errors.ts';
import {
  composeBoundary,
  composeFill,
  composeFillFromRange,
  composeFragments,
  composeMark,
  composeRelabel,
  type Filling,
} from '#shared/edit/compose.ts';
import { type Frame, frameKind } from '#shared/model/frame.ts';
import { isFrameId, isSpanId, type TargetId } from '#shared/model/ids.ts';
import { type Fragments, hull, normaliseFragments } from '#shared/model/span.ts';
import { findFrameLabel, findLabel, type Layer } from '#shared/model/tagset.ts';
import { trimRange } from '#shared/text/trim.ts';
import type { EditorState, TextRange } from './editor-slice.ts';
import type { AppState } from './store.ts';

/** What the reader, the palette, the inspector and the keys can do. */
export interface MarkingActions {
  /** The person selected text (null: nothing). With a role armed, it fills it, once it does not grow any more. */
  select(range: TextRange | null, isGrowing?: boolean): void;
  /** The person clicked: all marks there, smallest first, and the one meant. With a role armed, it becomes the filler. */
  pick(ids: readonly TargetId[], chosen: TargetId | null): void;
  activate(id: TargetId | null): void;
  /** Labels the selection; without one, gives the active mark this label. */
  label(layer: Exclude<Layer, 'relation'>, label: string): void;
  /** Arms the role, or fills it with the selection at once; again: disarms it. */
  armRole(role: string): void;
  armSlot(index: number): void;
  fillRole(role: string, target: TargetId): void;
  /** Takes a filler off a role. */
  removeArgument(frame: TargetId, role: string, target: TargetId): void;
  deleteActive(): void;
  moveBoundary(side: 'start' | 'end', direction: -1 | 1): void;
  addFragment(): void;
  cycle(): void;
  stepMark(direction: -1 | 1): void;
  release(): void;
}

const LAYERS = ['entity', 'event', 'directive'] as const;

type Get = () => AppState;
type Patch = (change: Partial<EditorState>) => void;

export function createMarkingActions(get: Get, patch: Patch): MarkingActions {
  /** The selection, trimmed as the person wants it, as fragments. */
  function wanted(editor: EditorState): Fragments | null {
    const { selection, state } = editor;
    if (selection === null || selection.end <= selection.start) return null;
    const { start, end } = get().settings.trimSelection
      ? trimRange(state.text, selection.start, selection.end)
      : selection;
    return [[start, end]];
  }

  function activeFrame(editor: EditorState): Frame | null {
    return editor.active !== null && isFrameId(editor.active) ? (editor.state.frames.get(editor.active) ?? null) : null;
  }

  function settle(filling: Filling | null, frame: Frame, role: string): boolean {
    if (filling === null) return false;
    switch (filling.kind) {
      case 'edit': {
        const done = get().apply(filling.edit, frame.id);
        if (done) patch({ armed: null });
        return done;
      }
      case 'refused':
        patch({ refusal: refusalOf(filling) });
        return false;
      case 'needs-label':
        patch({ armed: role, refusal: null });
        return false;
    }
  }

  /** In the person's own names of roles and labels. */
  function refusalOf({ role, label }: Extract<Filling, { kind: 'refused' }>): ZhupiError {
    const { tagset } = get();
    const language = get().language();
    const nameOf = (name: string) => {
      const found = LAYERS.map((layer) => (tagset === null ? undefined : findLabel(tagset, layer, name))).find(
        (entry) => entry !== undefined,
      );
      return found === undefined ? name : language === 'en' ? found.title.en : found.title.zh;
    };
    return new ZhupiError('edit-filler', {
      role: language === 'en' ? role.title.en : role.title.zh,
      label: nameOf(label),
      allowed: role.fillers.map(nameOf).join(language === 'en' ? ', ' : '、'),
    });
  }

  function fillFromRange(
    editor: EditorState,
    frame: Frame,
    role: string,
    fragments: Fragments,
    label: string | null,
  ): boolean {
    const { tagset } = get();
    if (tagset === null) return false;
    return settle(composeFillFromRange(editor.state, tagset, editor.last, frame, role, fragments, label), frame, role);
  }

  function ordered(editor: EditorState): readonly TargetId[] {
    const marks = [...editor.state.spans.values(), ...editor.state.frames.values()];
    return marks
      .toSorted((a, b) => hull(a.fragments)[0] - hull(b.fragments)[0] || hull(b.fragments)[1] - hull(a.fragments)[1])
      .map((mark) => mark.id);
  }

  return {
    select(range, isGrowing = false) {
      const { editor } = get();
      if (editor === null) return;
      patch({ selection: range, refusal: null });
      const frame = activeFrame(editor);
      if (range === null || isGrowing || frame === null || editor.armed === null) return;
      const fragments = wanted({ ...editor, selection: range });
      if (fragments !== null) fillFromRange(editor, frame, editor.armed, fragments, null);
    },
    pick(ids, chosen) {
      const { editor, tagset } = get();
      if (editor === null || tagset === null) return;
      const frame = activeFrame(editor);
      if (frame !== null && editor.armed !== null && chosen !== null) {
        const role = findFrameLabel(tagset, frameKind(frame.id), frame.label)?.roles.find(
          (r) => r.name === editor.armed,
        );
        // Of the marks under the point the first that fits is meant; where none fits, the smallest tells why.
        const fillings = ids.map((id) => composeFill(editor.state, tagset, frame, role?.name ?? '', id));
        settle(
          fillings.find((f) => f?.kind === 'edit') ?? fillings.find((f) => f !== null) ?? null,
          frame,
          editor.armed,
        );
        return;
      }
      patch({ active: chosen, stack: ids, armed: null, refusal: null, selection: null });
    },
    activate(id) {
      const { editor } = get();
      if (editor !== null) patch({ active: id, stack: id === null ? [] : [id], armed: null, refusal: null });
    },
    label(layer, label) {
      const { editor, tagset } = get();
      if (editor === null || tagset === null) return;
      const fragments = wanted(editor);
      const frame = activeFrame(editor);
      if (fragments !== null && frame !== null && editor.armed !== null && layer === 'entity') {
        fillFromRange(editor, frame, editor.armed, fragments, label);
        return;
      }
      if (fragments !== null) {
        const { edit, id } = composeMark(editor.state, editor.last, layer, label, fragments);
        get().apply(edit, id);
        patch({ stack: [id], armed: null });
        return;
      }
      if (editor.active === null) return;
      const edit = composeRelabel(editor.state, tagset, editor.active, layer, label);
      if (edit !== null) get().apply(edit);
    },
    armRole(role) {
      const { editor } = get();
      const frame = editor === null ? null : activeFrame(editor);
      if (editor === null || frame === null) return;
      const fragments = wanted(editor);
      if (fragments !== null) fillFromRange(editor, frame, role, fragments, null);
      else patch({ armed: editor.armed === role ? null : role, refusal: null });
    },
    armSlot(index) {
      const { editor, tagset } = get();
      const frame = editor === null ? null : activeFrame(editor);
      if (frame === null || tagset === null) return;
      const role = findFrameLabel(tagset, frameKind(frame.id), frame.label)?.roles[index];
      if (role !== undefined) get().armRole(role.name);
    },
    fillRole(role, target) {
      const { editor, tagset } = get();
      const frame = editor === null ? null : activeFrame(editor);
      if (editor === null || frame === null || tagset === null) return;
      settle(composeFill(editor.state, tagset, frame, role, target), frame, role);
    },
    removeArgument(frame, role, target) {
      if (isFrameId(frame)) get().apply({ kind: 'argument.remove', frame, role, target });
    },
    deleteActive() {
      const { editor } = get();
      if (editor === null || editor.active === null) return;
      const id = editor.active;
      const rest = editor.stack.filter((other) => other !== id);
      if (isSpanId(id)) get().apply({ kind: 'span.remove', id }, rest[0] ?? null);
      else if (isFrameId(id)) get().apply({ kind: 'frame.remove', id }, rest[0] ?? null);
    },
    moveBoundary(side, direction) {
      const { editor } = get();
      if (editor === null || editor.active === null) return;
      const edit = composeBoundary(editor.state, editor.active, side, direction);
      if (edit !== null) get().apply(edit);
    },
    addFragment() {
      const { editor } = get();
      const fragments = editor === null ? null : wanted(editor);
      if (editor === null || fragments === null || editor.active === null) return;
      const { active, state } = editor;
      const old = isFrameId(active)
        ? state.frames.get(active)?.fragments
        : isSpanId(active)
          ? state.spans.get(active)?.fragments
          : undefined;
      if (old === undefined) return;
      get().apply(composeFragments(active, normaliseFragments([...old, ...fragments])), active);
    },
    cycle() {
      const { editor } = get();
      if (editor === null || editor.stack.length < 2) return;
      const at = editor.active === null ? -1 : editor.stack.indexOf(editor.active);
      patch({ active: editor.stack[(at + 1) % editor.stack.length] ?? null, armed: null });
    },
    stepMark(direction) {
      const { editor } = get();
      if (editor === null) return;
      const ids = ordered(editor);
      if (ids.length === 0) return;
      const at = editor.active === null ? (direction > 0 ? -1 : 0) : ids.indexOf(editor.active);
      const id = ids[(at + direction + ids.length) % ids.length] ?? null;
      patch({ active: id, stack: id === null ? [] : [id], armed: null, selection: null, refusal: null });
    },
    release() {
      const { editor } = get();
      if (editor === null) return;
      if (editor.armed !== null) patch({ armed: null, refusal: null });
      else if (editor.selection !== null) patch({ selection: null, refusal: null });
      else patch({ active: null, stack: [], refusal: null });
    },
  };
}
