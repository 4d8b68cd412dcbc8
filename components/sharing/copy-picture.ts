import type { Say } from './say.ts'

/** Copy the picture at an address, which is PNG, and say what became of it; where it cannot be copied, it can be saved. */
export async function copyPicture(address: string, say: Say): Promise<void> {
  const instead = { href: address, name: 'Save the chart as PNG' }
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
    return say('This browser cannot copy pictures here.', instead)
  say('Drawing the picture…')
  const png = fetchPicture(address)
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    say('Copied as an image.')
  } catch {
    await png.then(
      () => say('The browser did not allow copying the picture.', instead),
      (fault: Error) => say(`The picture was not copied. ${fault.message}`),
    )
  }
}

async function fetchPicture(address: string): Promise<Blob> {
  const answer = await fetch(address, { headers: { Accept: 'image/png, application/json' } }).catch(
    () => null,
  )
  if (answer === null) throw new Error('Strata did not answer. Try again in a moment.')
  if (answer.ok) return await answer.blob()
  const told = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
  throw new Error(told?.error?.message ?? `The chart was answered with ${answer.status}.`)
}
