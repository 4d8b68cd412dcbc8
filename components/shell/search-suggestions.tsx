import { type RefObject, useEffect, useState } from 'react'
import type { Suggestions } from '@/lib/library/suggestions.ts'
import { listSuggestions, type Offered, type Option } from './list-suggestions.ts'

/** How long to wait after a key before asking, in milliseconds, and the fewest characters that are asked for. */
const pause = 120
const leastTyped = 2

export type SuggestionsProps = {
  /** The field that is typed in. It stays as it is when this comes: what is typed, and the focus. */
  field: RefObject<HTMLInputElement | null>
  /** Id of the list, which the field names. */
  id: string
}

/** What the search of the top bar offers for what is typed in its field, and how the field answers keys then. */
export function SearchSuggestions({ field, id }: SuggestionsProps) {
  const { typed, isOpen, setOpen } = useField(field)
  const offered = useSuggestions(typed)
  const options = offered.flatMap(({ options }) => options)
  const [chosen, choose] = useState<Option | null>(null)
  // Where something else is offered by now, none of it is chosen.
  const active = chosen ? options.indexOf(chosen) : -1
  const isShown = isOpen && options.length > 0
  const optionId = (order: number) => `${id}-${order}`

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isShown) {
        event.preventDefault()
        setOpen(false)
      } else if (isShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        // Past the last, and before the first, none is chosen.
        choose([null, ...options].at((active + 1 + step) % (options.length + 1)) ?? null)
      } else if (event.key === 'ArrowDown') {
        setOpen(true)
      } else if (event.key === 'Enter' && isShown && options[active]) {
        event.preventDefault()
        location.assign(options[active].url)
      }
    }
    const input = field.current
    input?.addEventListener('keydown', press)
    return () => input?.removeEventListener('keydown', press)
  }, [field, isShown, options, active, setOpen])
  useEffect(() => {
    const input = field.current
    if (!input) return
    input.ariaExpanded = `${isShown}`
    if (isShown && active >= 0) input.setAttribute('aria-activedescendant', `${id}-${active}`)
    else input.removeAttribute('aria-activedescendant')
  }, [field, id, isShown, active])

  return (
    <>
      <div id={id} role="listbox" aria-label="Found" className="suggestions" hidden={!isShown}>
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

/** What is typed in the field, and whether what it offers is wanted: from the focus or a key on, until the focus goes. */
function useField(field: RefObject<HTMLInputElement | null>) {
  const [typed, setTyped] = useState(() => field.current?.value ?? '')
  const [isOpen, setOpen] = useState(() => document.activeElement === field.current)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const input = field.current
    const read = () => {
      setTyped(input?.value ?? '')
      setOpen(true)
    }
    input?.addEventListener('input', read, { signal })
    input?.addEventListener('focus', () => setOpen(true), { signal })
    input?.addEventListener('blur', () => setOpen(false), { signal })
    return () => stop.abort()
  }, [field])
  return { typed, isOpen, setOpen }
}

/** What is found for what is typed, asked for once nothing more is for a moment; an answer that is overtaken is dropped. */
function useSuggestions(typed: string): Offered[] {
  const [offered, offer] = useState<Offered[]>([])
  useEffect(() => {
    const asked = typed.trim()
    if (asked.length < leastTyped) {
      offer([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}`, {
        signal: stop.signal,
      }).catch(() => null)
      if (!answer?.ok) return
      const found = (await answer.json().catch(() => null)) as Suggestions | null
      if (found && !stop.signal.aborted) offer(listSuggestions(found))
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return offered
}
