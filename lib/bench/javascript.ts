import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, type Suite, yardstick } from './figure.ts'
import { root, withDealPage } from './site.ts'

const aimBytes = 12_000
const next = path.join(root, 'node_modules/next/dist/bin/next')

/** Paths of the scripts that a page loads at once; `nomodule` ones are for browsers older than any we serve. */
function scriptPaths(html: string): string[] {
  const tags = html.match(/<script[^>]*\ssrc="[^"]*"[^>]*>/g) ?? []
  const loaded = tags
    .filter(tag => !/\snomodule/i.test(tag))
    .map(tag => /\ssrc="([^"]*)"/.exec(tag)?.[1] ?? '')
  return [...new Set(loaded)]
}

/** Gzipped bytes of all scripts that the page at `url` loads at once. */
async function scriptBytes(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const sizes = scriptPaths(html).map(async source => {
    const script = await fetch(new URL(source, url))
    return gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).length
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** A Next site of one page that says nothing, built with the project's own packages. */
function writeEmptySite(folder: string): void {
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
  writeFileSync(
    path.join(folder, 'next.config.js'),
    `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } }`,
  )
  writeFileSync(
    path.join(folder, 'app/layout.jsx'),
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  )
  writeFileSync(path.join(folder, 'app/page.jsx'), 'export default function Page() { return <p>Nothing</p> }')
}

/** Gzipped bytes that an empty Next page loads: read from what Next wrote, no server needed. */
function emptyPageBytes(): number {
  const folder = path.join(root, '.next-empty')
  rmSync(folder, { recursive: true, force: true })
  writeEmptySite(folder)
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const built = spawnSync(process.execPath, [next, 'build', folder], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 2],
    env,
  })
  if (built.status !== 0) throw new Error('the empty site could not be built')
  const html = readFileSync(path.join(folder, '.next/server/app/index.html'), 'utf8')
  const sizes = scriptPaths(html).map(source => {
    const file = path.join(folder, source.replace(/^\/_next\//, '.next/').replace(/\?.*$/, ''))
    return gzipSync(readFileSync(file), { level: 9 }).length
  })
  rmSync(folder, { recursive: true, force: true })
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function measure(): Promise<Figure[]> {
  const empty = emptyPageBytes()
  const deal = await withDealPage(({ dealUrl }) => scriptBytes(dealUrl))
  const above = deal - empty
  return [
    yardstick('first-load-js-empty-page', empty / 1000, 'kB gzip'),
    { ...yardstick('first-load-js-deal-page', deal / 1000, 'kB gzip'), ratio: deal / empty },
    {
      name: 'first-load-js-above-empty',
      value: above / 1000,
      unit: 'kB gzip',
      ratio: above / empty,
      aim: 'at most 12 kB',
      met: above <= aimBytes,
    },
  ]
}

/** Script that the deal page loads before anything is done on it, beside an empty page of the same Next. */
export const javascript: Suite = { name: 'javascript', measure }
