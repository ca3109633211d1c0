/** Where the focus goes when a dialog opens. */

/** A ref for the control that gets the focus: `showModal` looks for this attribute, which React does not write. */
export function firstFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}
