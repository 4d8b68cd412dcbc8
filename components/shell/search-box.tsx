'use client'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Suggestions } from '@/lib/library/suggestions.ts'
import { listSuggestions, type Offered } from './list-suggestions.ts'
import './search-box.css'

/** How long to wait after a key before asking, in milliseconds, and the fewest characters that are asked for. */
const pause = 120
const leastTyped = 2

/**
 * The search of the top bar: a combobox that offers deals, names and figures as somebody types. Without a script, and with
 * nothing chosen, it searches the library.
 */
export function SearchBox({ label }: { label: string }) {
  const [typed, setTyped] = useState('')
  const [offered, setOffered] = useState<Offered[]>([])
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const id = useId()
  const options = offered.flatMap(({ options }) => options)
  useSuggestions(typed, found => {
    setOffered(found)
    setActive(-1)
  })
  const isShown = isOpen && options.length > 0
  const optionId = (order: number) => `${id}-${order}`

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      setOpen(false)
    } else if (isShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(((active + step + 1 + options.length + 1) % (options.length + 1)) - 1)
    } else if (event.key === 'ArrowDown') {
      setOpen(true)
    } else if (event.key === 'Enter' && isShown && options[active]) {
      event.preventDefault()
      location.assign(options[active].url)
    }
  }
  return (
    <>
      <input
        type="search"
        name="q"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
        placeholder="Search deals, series, parties, figures"
        autoComplete="off"
        maxLength={200}
        data-search
        aria-label={label}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="suggestions" hidden={!isShown}>
        {offered.map(({ title, options: own }) => (
          <fieldset key={title} aria-label={title}>
            <p aria-hidden="true">{title}</p>
            {own.map(option => {
              const order = options.indexOf(option)
              return (
                <a
                  key={option.url + option.says}
                  id={optionId(order)}
                  href={option.url}
                  role="option"
                  tabIndex={-1}
                  aria-selected={order === active}
                  className="suggestion"
                  // The field keeps the focus, so that the list is still there when the button is let go.
                  onPointerDown={event => event.preventDefault()}
                  onMouseDown={event => event.preventDefault()}
                >
                  <span>
                    {option.says}
                    {option.under && <small>{option.under}</small>}
                  </span>
                  {option.aside && <span className="suggestion-aside">{option.aside}</span>}
                </a>
              )
            })}
          </fieldset>
        ))}
      </div>
      <span role="status" className="sr-only">
        {isShown ? `${options.length} found` : ''}
      </span>
    </>
  )
}

/** Ask for what is typed once nothing more is for a moment; an answer that is overtaken is dropped. */
function useSuggestions(typed: string, use: (found: Offered[]) => void): void {
  const latest = useRef(use)
  latest.current = use
  useEffect(() => {
    const asked = typed.trim()
    if (asked.length < leastTyped) {
      latest.current([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}`, {
        signal: stop.signal,
      }).catch(() => null)
      if (!answer?.ok) return
      const found = (await answer.json().catch(() => null)) as Suggestions | null
      if (found && !stop.signal.aborted) latest.current(listSuggestions(found))
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
}
