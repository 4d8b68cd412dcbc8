import { useEffect, useState } from 'react'
import { answerMenuKeys, closeLeftMenus, closeOtherMenus } from './menu-keys.ts'
import type { OtherWay, Say } from './say.ts'

/** How long it is said that something was copied or saved, in milliseconds. */
const saidFor = 5000

type Said = { said: string; instead?: OtherWay | undefined }

/**
 * What pages offer to take along, wherever they do: texts with their evidence, charts as pictures, files that take a while to
 * make. Each is a button or link with `data-take`; what became of it is said at the foot of the window, and aloud.
 */
export function TakeAlong() {
  const [{ said, instead }, setSaid] = useState<Said>({ said: '' })
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const say: Say = (said, instead) => setSaid({ said, instead })
    const take = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      closeOtherMenus(event.target)
      setSaid(last => (last.instead ? { said: '' } : last))
      const chosen = event.target.closest<HTMLElement>('[data-take]')
      if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (chosen instanceof HTMLAnchorElement) event.preventDefault()
      void import('./take.ts').then(({ take }) => take(chosen, say))
    }
    document.addEventListener('click', take, { signal })
    document.addEventListener('keydown', answerMenuKeys, { signal })
    document.addEventListener(
      'focusin',
      ({ target }) => target instanceof Element && closeLeftMenus(target),
      { signal },
    )
    return () => stop.abort()
  }, [])
  useEffect(() => {
    // While a file is made it is said for as long as that takes, and another way is there until something is clicked.
    if (said === '' || said.endsWith('…') || instead) return
    const timer = setTimeout(() => setSaid({ said: '' }), saidFor)
    return () => clearTimeout(timer)
  }, [said, instead])
  return (
    <output className="take-said" aria-live="polite" data-empty={said === '' || undefined}>
      {said}
      {instead && <a href={instead.href}>{instead.name}</a>}
    </output>
  )
}
