/**
 * What a node says of itself, whatever the page has named in it.
 *
 * A form has its fields as properties, before those that it has from the browser: `form.parentNode`
 * is a field that is called so, and a walk up the page that trusts it never ends (DOM clobbering).
 * Content scripts of Chromium see a form so too. The getters and methods of the prototypes are our
 * world's own; to call them by hand costs no more than to read a property (45,000 nodes with all
 * their ancestors: 50–360 ms either way, on a busy machine).
 */

type Getter<T, K extends keyof T> = (this: T) => T[K];

function getterOf<T extends object, K extends keyof T>(prototype: T, name: K): Getter<T, K> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new TypeError(`no getter of ${String(name)}`);
  return get;
}

const nodeType = getterOf(Node.prototype, 'nodeType');
const isNodeConnected = getterOf(Node.prototype, 'isConnected');
const ownerDocument = getterOf(Node.prototype, 'ownerDocument');
const parentNode = getterOf(Node.prototype, 'parentNode');
const nextSibling = getterOf(Node.prototype, 'nextSibling');
const shadowRoot = getterOf(Element.prototype, 'shadowRoot');
const nodeMethods = Node.prototype;
const elementMethods = Element.prototype;
const focusHtml = HTMLElement.prototype.focus;
const focusSvg = SVGElement.prototype.focus;

export const nodeTypeOf = (node: Node): number => nodeType.call(node);
export const isConnected = (node: Node): boolean => isNodeConnected.call(node);
export const ownerDocumentOf = (node: Node): Document | null => ownerDocument.call(node);
export const parentNodeOf = (node: Node): ParentNode | null => parentNode.call(node);
export const nextSiblingOf = (node: Node): Node | null => nextSibling.call(node);
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowRoot.call(element);

export const contains = (outer: Node, inner: Node): boolean =>
  nodeMethods.contains.call(outer, inner);
export const matchesSelector = (element: Element, selectors: string): boolean =>
  elementMethods.matches.call(element, selectors);
export const append = (parent: Element, child: Node): void =>
  elementMethods.append.call(parent, child);
export const rectsOf = (element: Element): DOMRectList =>
  elementMethods.getClientRects.call(element);
export const scrollTo = (element: Element, options: ScrollIntoViewOptions): void =>
  elementMethods.scrollIntoView.call(element, options);
export const focus = (element: HTMLElement | SVGElement, options: FocusOptions): void =>
  (element instanceof SVGElement ? focusSvg : focusHtml).call(element, options);
