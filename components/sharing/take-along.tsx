import { useEffect, useState } from 'react'
import { answerMenuKeys, closeOtherMenus } from './menu-keys.ts'

/** How long it is said that something was copied or saved, in milliseconds. */
const saidFor = 5000

/**
 * What pages offer to take along, wherever they do: texts with their evidence, charts as pictures, files that take a while to
 * make. Each is a button or link with `data-take`; what became of it is said at the foot of the window, and aloud.
 */
export function TakeAlong() {
  const [said, say] = useState('')
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const take = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      closeOtherMenus(event.target)
      const chosen = event.target.closest<HTMLElement>('[data-take]')
      if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (chosen instanceof HTMLAnchorElement) event.preventDefault()
      void import('./take.ts').then(({ take }) => take(chosen, say))
    }
    document.addEventListener('click', take, { signal })
    document.addEventListener('keydown', answerMenuKeys, { signal })
    return () => stop.abort()
  }, [])
  useEffect(() => {
    // While a file is made it is said for as long as that takes.
    if (said === '' || said.endsWith('…')) return
    const timer = setTimeout(() => say(''), saidFor)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <output className="take-said" aria-live="polite" data-empty={said === '' || undefined}>
      {said}
    </output>
  )
}
