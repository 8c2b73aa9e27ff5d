/** Our sheet in the open shadow roots that hold mentions. */

interface ShadowStyles {
  /** Put the sheet into the shadow root around a node, once; nothing to do in the document. */
  adopt(node: Node): void;
  /** Take the sheet out of every root. */
  release(): void;
  readonly roots: ReadonlySet<ShadowRoot>;
}

/**
 * A sheet for shadow roots, made when the first one turns up.
 *
 * Chromium inherits `::highlight` rules into shadow trees, Firefox does not, and rules for elements
 * reach into them in neither. Roots that have left the document are let go.
 *
 * @param readCss - Reads the text of `mentions.css`; where it cannot, the roots stay without it.
 */
export function createShadowStyles(readCss: () => Promise<string>): ShadowStyles {
  const roots = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;

  function leave(root: ShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    roots.delete(root);
  }
  async function fill(empty: CSSStyleSheet): Promise<void> {
    try {
      empty.replaceSync(await readCss());
    } catch {
      // The background is being replaced: the next root asks again.
      sheet = undefined;
    }
  }

  return {
    roots,
    adopt(node) {
      const root = node.getRootNode();
      if (!isShadowRoot(root) || roots.has(root)) return;
      for (const other of roots) if (!other.isConnected) leave(other);
      if (!sheet) {
        sheet = new CSSStyleSheet();
        void fill(sheet);
      }
      roots.add(root);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    release() {
      for (const root of roots) leave(root);
    },
  };
}

const isShadowRoot = (node: Node): node is ShadowRoot =>
  node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
