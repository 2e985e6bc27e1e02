// Brings the people file from where it lies. Against somebody who makes this server ask where only it can reach: nothing but https, no
// forwarding, and only addresses of the open network unless the operator named the host; what is connected to is what was looked at.
// A file must lie in the folder that the operator opened, also behind links.
import { lookup, type LookupAddress } from 'node:dns';
import { readFile, realpath, stat } from 'node:fs/promises';
import { get, type RequestOptions } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { join, sep } from 'node:path';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { largestFile, type FetchRefusal, type PeopleSource } from '#app/domain/organisation/people-source.ts';
import type { App } from '#app/platform/app.server.ts';

export type Fetched = Outcome<Uint8Array, FetchRefusal>;

/** Milliseconds for all of it. */
const patience = 60_000;

export async function fetchPeople(app: App, source: Pick<PeopleSource, 'kind' | 'place' | 'header' | 'secret'>, within = patience): Promise<Fetched> {
  const fetched = source.kind === 'folder' ? await fromFolder(app, source.place) : await fromAddress(app, source, within);
  return fetched.ok && fetched.value.byteLength === 0 ? refused('empty') : fetched;
}

async function fromFolder({ config }: App, place: string): Promise<Fetched> {
  if (config.peopleFolder === null) return refused('no-folder');
  try {
    const root = await realpath(config.peopleFolder);
    const path = await realpath(join(root, place));
    if (!path.startsWith(root + sep)) return refused('outside-folder');
    const found = await stat(path);
    // A pipe would never end.
    if (!found.isFile()) return refused('file-missing');
    return found.size > largestFile ? refused('too-large') : done(await readFile(path));
  } catch {
    return refused('file-missing');
  }
}

// One list for each family: a list of both takes an address of the one for a mapped one of the other.
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) closed.ipv4.addSubnet(net, bits, 'ipv4');
// Of IPv6 only 2000::/3 is the open network; 6to4 and Teredo lead into IPv4, and NAT64 lies outside of it.
for (const [net, bits] of [['::', 3], ['2001::', 32], ['2002::', 16], ['4000::', 2], ['8000::', 1]] as const) closed.ipv6.addSubnet(net, bits, 'ipv6');

/** True for an address that everybody can reach. */
export function isOpenAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  return family !== 0 && !closed[kind].check(plain, kind);
}

/** The name leads into the own network. */
export class OwnNetwork extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Every address of the name has to be open: the connection is made to one that was looked at, whatever the name says a moment later. */
export const openLookup: RequestOptions['lookup'] = (host, options, found: Found) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, '');
    if (!addresses.every(({ address }) => isOpenAddress(address))) return found(new OwnNetwork(), '');
    return options.all ? found(null, addresses) : found(null, addresses[0]!.address, addresses[0]!.family);
  });
};

async function fromAddress({ config }: App, { place, header, secret }: Pick<PeopleSource, 'place' | 'header' | 'secret'>, within: number): Promise<Fetched> {
  if (!URL.canParse(place) || new URL(place).protocol !== 'https:') return refused('not-https');
  const url = new URL(place);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const named = config.peopleHosts.includes(url.hostname);
  if (!named && isIP(host) !== 0 && !isOpenAddress(host)) return refused('own-network');
  const options: RequestOptions = {
    agent: false,
    signal: AbortSignal.timeout(within),
    headers: { accept: '*/*', ...(header !== '' && { [header]: secret }) },
    ...(config.peopleCa !== null && { ca: config.peopleCa }),
    ...(!named && { lookup: openLookup }),
  };
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve(refused(error instanceof OwnNetwork ? 'own-network' : 'no-answer'));
    const request = get(url, options, (response) => {
      const status = response.statusCode ?? 0;
      const end = (outcome: Fetched) => {
        resolve(outcome);
        request.destroy();
      };
      if (status >= 300 && status < 400) return end(refused('moved', { status }));
      if (status !== 200) return end(refused('answered', { status }));
      const pieces: Buffer[] = [];
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > largestFile) end(refused('too-large'));
        else pieces.push(piece);
      });
      response.once('error', failed);
      response.once('aborted', () => failed(new Error('cut off')));
      response.once('end', () => resolve(response.complete ? done(Buffer.concat(pieces)) : refused('no-answer')));
    });
    request.once('error', failed);
    // Without somebody who listens the connection is cut, and nothing is said of it.
    request.once('upgrade', (_response, socket) => (socket.destroy(), failed(new Error('another protocol'))));
  });
}
