/** The list of contents (SBOM) of the extension: the packages of which something is in it. */
import { type Ran, run } from './run.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string }[];
}

/** The part of a CycloneDX document that is changed. */
interface Bom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Contents {
  /** As JSON. */
  readonly text: string;
  readonly count: number;
  /** Packages of the extension that the document lacks, as `name@version`. */
  readonly missing: readonly string[];
}

/**
 * Have npm list all installed packages, as CycloneDX.
 *
 * `--omit=dev` would not do: it leaves out what a development package needs as well, and does not know
 * what of the build's own packages is in the extension.
 */
export function listAll(): Ran {
  return run('npm', [
    ...['sbom', '--include=dev', '--sbom-format=cyclonedx', '--sbom-type=application'],
  ]);
}

/**
 * Keep of a list of all packages those that are in the extension.
 *
 * @param sbom - What `listAll` prints.
 * @param licences - The file of licences in the built extension, which names what is in it.
 */
export function listContents(sbom: string, licences: string): Contents {
  const bom = JSON.parse(sbom) as Bom;
  const heads = licences.matchAll(/^(\S+) (\d\S*)\nLicence: /gm);
  const wanted = [...heads].map(([, name = '', version = '']) => `${name}@${version}`);
  const isIn = (ref: string) => wanted.includes(ref);
  const components = bom.components
    .filter(({ name, version }) => isIn(`${name}@${version}`))
    // Whatever it is for otherwise, it is in the extension.
    .map((each) => ({
      ...each,
      properties: each.properties?.filter(({ name }) => name !== 'cdx:npm:package:development'),
    }));
  const kept = new Set(components.map((each) => each['bom-ref']));
  const isRoot = (ref: string) => bom.components.every((each) => each['bom-ref'] !== ref);
  const dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref) || isRoot(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((it) => kept.has(it)) }));
  const there = components.map(({ name, version }) => `${name}@${version}`);
  return {
    text: JSON.stringify({ ...bom, components, dependencies }, null, 2),
    count: components.length,
    missing: wanted.filter((each) => !there.includes(each)),
  };
}
