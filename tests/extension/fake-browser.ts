/**
 * Stands in for the browser in Node. To be imported before all that reaches for `browser`, since
 * that is looked up once, at import.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { chrome: fakeBrowser });
