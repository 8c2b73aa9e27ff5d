/** What measurements of visits to a page share. */
import type { Bench } from './bench.ts';
import { type PageName, PLANS, writePage } from './pages.ts';

/** Serve a generated page, and return its address. */
export function putPage({ server, names }: Bench, page: PageName): string {
  return server.put(`/extension-${page}`, writePage(PLANS[page], names));
}
