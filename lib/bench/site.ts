import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Strata, withStrata } from '../testing/with-strata.ts'

export const root = path.join(import.meta.dirname, '../..')

/** A deal page of a running Strata. */
export type DealSite = Strata & { dealUrl: string }

/** Build the site when its sources have changed. Throws when it cannot be built. */
export function ensureBuilt(): void {
  const script = `import('./lib/setup/build.mjs').then(build => build.ensureBuilt(process.execPath))`
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) throw new Error('the site could not be built')
}

/** Path of the filing that stands for all: the largest seed where they lie beside the project, else the largest sample. */
export function exemplaryFiling(): string {
  const seeds = path.join(root, '../shared/seeds')
  const folder = existsSync(seeds) ? seeds : path.join(root, 'public/samples')
  const texts = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const bySize = texts
    .map(name => path.join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
  return bySize[0] ?? ''
}

/** Add a filing to a library; gives back the address of its deal. */
export async function sendFiling(url: string, name: string, bytes: BlobPart): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const answer = await fetch(`${url}/api/filings`, {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json' },
  })
  const { files } = (await answer.json()) as { files: { deal: { url: string } | null }[] }
  const deal = files[0]?.deal
  if (!deal) throw new Error(`${name} was refused`)
  return new URL(deal.url, url).href
}

/** Build the site if need be, serve it on an empty library, upload a filing, and use its deal page. */
export async function withDealPage<T>(use: (site: DealSite) => Promise<T>): Promise<T> {
  ensureBuilt()
  const file = exemplaryFiling()
  return withStrata(async strata => {
    const dealUrl = await sendFiling(strata.url, path.basename(file), readFileSync(file))
    return use({ ...strata, dealUrl })
  })
}
