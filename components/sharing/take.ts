import { copyWithEvidence } from './copy-evidence.ts'
import { copyPicture } from './copy-picture.ts'
import { saveLongFile } from './save-long-file.ts'
import type { Say } from './say.ts'

/** Take along what a button or link is for. */
export async function take(chosen: HTMLElement, say: Say): Promise<void> {
  const href = await addressOf(chosen)
  const kind = chosen.dataset.take
  if (kind === 'evidence') return await copyWithEvidence(href, say)
  if (kind === 'file') return await saveLongFile(href, chosen.textContent ?? 'the file', say)
  const picture = inTheme(href)
  if (kind === 'image') return await copyPicture(picture, say)
  if (kind === 'png') return await saveLongFile(picture, chosen.textContent ?? 'the chart', say)
  const link = document.createElement('a')
  link.href = picture
  link.download = ''
  link.click()
}

/** Where it is; of a chart of a deal's page with the measure and line that are looked at. */
async function addressOf(chosen: HTMLElement): Promise<string> {
  const own = chosen.dataset.href ?? (chosen instanceof HTMLAnchorElement ? chosen.href : '')
  const { href } = new URL(own, location.href)
  if (chosen.dataset.chart === undefined) return href
  const { chartAddress } = await import('../deal/view/chart-address.ts')
  return chartAddress(chosen, href)
}

/** A picture in the colours of the page. */
function inTheme(href: string): string {
  const { theme } = document.documentElement.dataset
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  const address = new URL(href)
  if (isDark) address.searchParams.set('theme', 'dark')
  return address.href
}
