/**
 * Reads properties of nodes safely, whatever names the page gives to form fields.
 *
 * The fields of a form shadow its built-in properties: with a field of that name, `form.parentNode`
 * is the field, and a walk up the page may never end (DOM clobbering). Content scripts of Chromium
 * see this too. So we call the getters and methods of the prototypes, which pages cannot change in
 * our world. That costs no more than to read a property (45,000 nodes with all their ancestors:
 * 50–360 ms either way, on a busy machine).
 */

type Getter<T, K extends keyof T> = (this: T) => T[K];

function getterOf<T extends object, K extends keyof T>(prototype: T, name: K): Getter<T, K> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new TypeError(`no getter of ${String(name)}`);
  return get;
}

const nodeType = getterOf(Node.prototype, 'nodeType');
const nodeName = getterOf(Node.prototype, 'nodeName');
const connected = getterOf(Node.prototype, 'isConnected');
const ownerDocument = getterOf(Node.prototype, 'ownerDocument');
const parentNode = getterOf(Node.prototype, 'parentNode');
const parentElement = getterOf(Node.prototype, 'parentElement');
const firstChild = getterOf(Node.prototype, 'firstChild');
const lastChild = getterOf(Node.prototype, 'lastChild');
const nextSibling = getterOf(Node.prototype, 'nextSibling');
const previousSibling = getterOf(Node.prototype, 'previousSibling');
const childNodes = getterOf(Node.prototype, 'childNodes');
const localName = getterOf(Element.prototype, 'localName');
const namespaceURI = getterOf(Element.prototype, 'namespaceURI');
const shadowRoot = getterOf(Element.prototype, 'shadowRoot');
const assignedSlot = getterOf(Element.prototype, 'assignedSlot');
const nodeMethods = Node.prototype;
const elementMethods = Element.prototype;
const documentMethods = Document.prototype;
const focusHtml = HTMLElement.prototype.focus;
const focusSvg = SVGElement.prototype.focus;

export const nodeTypeOf = (node: Node): number => nodeType.call(node);
export const nodeNameOf = (node: Node): string => nodeName.call(node);
export const isConnected = (node: Node): boolean => connected.call(node);
export const ownerDocumentOf = (node: Node): Document | null => ownerDocument.call(node);
export const parentNodeOf = (node: Node): ParentNode | null => parentNode.call(node);
export const parentElementOf = (node: Node): HTMLElement | null => parentElement.call(node);
export const firstChildOf = (node: Node): ChildNode | null => firstChild.call(node);
export const lastChildOf = (node: Node): ChildNode | null => lastChild.call(node);
export const nextSiblingOf = (node: Node): ChildNode | null => nextSibling.call(node);
export const previousSiblingOf = (node: Node): ChildNode | null => previousSibling.call(node);
export const childNodesOf = (node: Node): NodeListOf<ChildNode> => childNodes.call(node);
export const localNameOf = (element: Element): string => localName.call(element);
export const namespaceOf = (element: Element): string | null => namespaceURI.call(element);
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowRoot.call(element);

export const assignedSlotOf = (element: Element): Element | null => assignedSlot.call(element);

export const contains = (outer: Node, inner: Node): boolean =>
  nodeMethods.contains.call(outer, inner);
export const positionOf = (node: Node, other: Node): number =>
  nodeMethods.compareDocumentPosition.call(node, other);
export const rootOf = (node: Node): Node => nodeMethods.getRootNode.call(node);
export const insertBefore = (parent: Node, child: Node, before: Node | null): Node =>
  nodeMethods.insertBefore.call(parent, child, before);
export const normalize = (node: Node): void => nodeMethods.normalize.call(node);
export const matchesSelector = (element: Element, selectors: string): boolean =>
  elementMethods.matches.call(element, selectors);
export const closestOf = (element: Element, selectors: string): Element | null =>
  elementMethods.closest.call(element, selectors);
export const findAllIn = (root: Document | Element, selectors: string): NodeListOf<Element> =>
  (nodeTypeOf(root) === Node.DOCUMENT_NODE
    ? documentMethods
    : elementMethods
  ).querySelectorAll.call(root, selectors);
export const animationsOf = (tree: Document | ShadowRoot): Animation[] =>
  (nodeTypeOf(tree) === Node.DOCUMENT_NODE
    ? documentMethods
    : ShadowRoot.prototype
  ).getAnimations.call(tree);
export const hasAttributes = (element: Element): boolean =>
  elementMethods.hasAttributes.call(element);
export const attributeOf = (element: Element, name: string): string | null =>
  elementMethods.getAttribute.call(element, name);
export const checkVisibility = (element: Element, options: CheckVisibilityOptions): boolean =>
  elementMethods.checkVisibility.call(element, options);
export const append = (parent: Element, child: Node): void =>
  elementMethods.append.call(parent, child);
export const rectsOf = (element: Element): DOMRectList =>
  elementMethods.getClientRects.call(element);
export const scrollTo = (element: Element, options: ScrollIntoViewOptions): void =>
  elementMethods.scrollIntoView.call(element, options);
export const focus = (element: HTMLElement | SVGElement, options: FocusOptions): void =>
  (element instanceof SVGElement ? focusSvg : focusHtml).call(element, options);
