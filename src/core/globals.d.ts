/** The one global beyond the language itself that every host of the core has: browser and Node. */
declare class URL {
  constructor(url: string, base?: string);
  static parse(url: string): URL | null;
  readonly protocol: string;
  readonly href: string;
  readonly host: string;
  readonly hostname: string;
  hash: string;
  username: string;
  password: string;
}
