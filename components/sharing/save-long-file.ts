import type { Say } from './say.ts'

/** How often it is said how long a file takes, in milliseconds. */
const beat = 1000

/** Save a file that takes a while to make, and say how it goes; why not, where it cannot be made. */
export async function saveLongFile(href: string, name: string, say: Say): Promise<void> {
  const startedAt = performance.now()
  const sayTime = () => {
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    say(`Making ${name}${seconds > 1 ? `, ${seconds} s so far` : ''}…`)
  }
  sayTime()
  const timer = setInterval(sayTime, beat)
  try {
    const answer = await fetch(href, { headers: { Accept: 'application/json, */*' } })
    if (!answer.ok) {
      const told = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
      say(told?.error?.message ?? `The file was not made: the answer was ${answer.status}.`)
      return
    }
    const file = await answer.blob()
    saveAs(file, nameOf(answer))
    say(`Saved ${name}, ${(file.size / 1000).toFixed(0)} KB.`)
  } catch {
    say('The file was not made: Strata did not answer. Try again in a moment.')
  } finally {
    clearInterval(timer)
  }
}

function nameOf(answer: Response): string {
  return /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'strata'
}

/** Save what is at hand under a name. */
function saveAs(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Released only when the browser has surely begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
