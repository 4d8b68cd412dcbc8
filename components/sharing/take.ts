import { copyWithEvidence } from './copy-evidence.ts'
import { saveLongFile } from './save-long-file.ts'
import { copyPicture, savePicture } from './save-picture.ts'
import type { Say } from './say.ts'

/** Take along what a button or link is for. */
export async function take(chosen: HTMLElement, say: Say): Promise<void> {
  const href = await addressOf(chosen)
  const kind = chosen.dataset.take
  if (kind === 'evidence') return await copyWithEvidence(href, say)
  if (kind === 'file') return await saveLongFile(href, chosen.textContent ?? 'the file', say)
  const picture = inTheme(href)
  if (kind === 'image') return await copyPicture(picture, say)
  if (kind === 'png')
    return await savePicture(picture).then(
      () => say('Saved as PNG.'),
      () => say('The picture was not saved: the chart could not be drawn.'),
    )
  const link = document.createElement('a')
  link.href = picture
  link.download = ''
  link.click()
}

/** Where it is; of a chart of a deal's page with the measure and line that are looked at. */
async function addressOf(chosen: HTMLElement): Promise<string> {
  const own = chosen.dataset.href ?? (chosen instanceof HTMLAnchorElement ? chosen.href : null)
  const link = chosen.closest('.menu-list')?.querySelector<HTMLAnchorElement>('a[data-chart]')
  if (link && (own === null || chosen === link)) {
    const { chartAddress } = await import('../deal/view/chart-address.ts')
    return chartAddress(link)
  }
  return new URL(own ?? '', location.href).href
}

/** A picture in the colours of the page. */
function inTheme(href: string): string {
  const { theme } = document.documentElement.dataset
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  const address = new URL(href)
  if (isDark) address.searchParams.set('theme', 'dark')
  return address.href
}
