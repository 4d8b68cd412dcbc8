import { type Certified, evidenceText } from './evidence-text.ts'
import type { Say } from './say.ts'

/** Copy what a certificate says, with its addresses, and say what became of it; where it cannot be copied, it can be opened. */
export async function copyWithEvidence(href: string, say: Say): Promise<void> {
  say('Finding the evidence…')
  const text = fetchText(href)
  try {
    await writeText(text)
    say('Copied with evidence: the figure, its address, the filing’s SHA-256 and the certificate.')
  } catch {
    await text.then(
      () => say('The browser did not allow copying.', { href, name: 'Open the certificate' }),
      (fault: Error) => say(fault.message),
    )
  }
}

/** Where a browser takes a promise, it is given one: then what it waits for does not end its trust in the click. */
async function writeText(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return await navigator.clipboard.writeText(await text)
  const blob = text.then(words => new Blob([words], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

async function fetchText(href: string): Promise<string> {
  const answer = await fetch(href, { headers: { Accept: 'application/json' } }).catch(() => null)
  if (answer === null)
    throw new Error('The evidence was not copied: Strata did not answer. Try again in a moment.')
  if (!answer.ok) {
    const told = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
    throw new Error(told?.error?.message ?? `The certificate was answered with ${answer.status}.`)
  }
  return evidenceText((await answer.json()) as Certified, href)
}
