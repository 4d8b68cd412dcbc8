import { createElement as draw, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { packElements } from './pack-elements.ts'
import { Packed } from './packed.tsx'
import { Unpacked } from './unpacked.tsx'

const Row = ({ name, children }: { name: string; children?: ReactNode }) =>
  draw('tr', { className: name }, draw('th', { scope: 'row' }, name), draw('td', null, children))

const Two = () => [draw('i', { key: 'one' }, 1), draw('b', { key: 'two' }, 2)]

const trees: Record<string, ReactNode> = {
  'text between elements': draw('p', null, 'The first ', 12, ' of ', draw('b', null, 'all'), ' rows'),
  'nothing in many forms': draw('p', { hidden: true }, null, undefined, false, true, '', 0),
  'components in components': draw('table', null, draw('tbody', null, draw(Row, { name: 'CA' }, 'x'))),
  'a component of several things': draw(
    'p',
    null,
    draw(Two),
    draw(Fragment, null, 'a', draw('u', null, 'b')),
  ),
  'lists in lists': draw(
    'ul',
    null,
    [1, 2].map(n => draw('li', { key: n }, [draw('b', { key: 0 }, n), ' '])),
  ),
  'attributes of every kind': draw('a', {
    href: '/?a=1&b="2"',
    'aria-hidden': true,
    'data-at': '1:2-3',
    download: true,
    style: { width: 12 },
    tabIndex: -1,
    title: undefined,
  }),
  'signs that mark up': draw('p', { title: '<"&' }, '</script><!-- [0,"a"] & more'),
  'a title and an option': draw('div', null, draw('title', null, 'A'), draw('option', { value: 1 }, 'One')),
  'a drawing': draw('svg', { viewBox: '0 0 1 1' }, draw('path', { d: 'M0 0', strokeWidth: 2 })),
}

describe('what is packed is drawn as it would have been', () => {
  test.each(Object.entries(trees))('%s', (_, tree) => {
    expect(renderToString(draw(Packed, null, tree))).toBe(renderToString(draw(Fragment, null, tree)))
  })
})

test('what only React can draw stands in a slot, in its place', () => {
  const ofBrowser = Object.assign(() => draw('i', null, 'Sort'), { $$typeof: Symbol('of the browser') })
  const { packed, slots } = packElements(draw('p', null, 'a', draw(ofBrowser as never), 'b'))
  expect(slots).toHaveLength(1)
  expect(JSON.parse(packed)).toEqual(['p', 0, 'a', 0, 'b'])
  expect(renderToStaticMarkup(draw(Unpacked, { packed, slots: [draw('i', null, 'Sort')] }))).toBe(
    '<p>a<i>Sort</i>b</p>',
  )
})

test('a component that waits stands in a slot', () => {
  const waits = async () => draw('i', null, 'later')
  const { packed, slots } = packElements(draw('p', null, draw(waits as never)))
  expect(JSON.parse(packed)).toEqual(['p', 0, 0])
  expect(slots[0]).toBeInstanceOf(Promise)
})

test('rows keep the keys they had, whoever drew them, so that they stay the same when others come before them', () => {
  const rows = ['b', 'c'].map(name => draw(Row, { key: name, name }))
  const { packed, slots } = packElements(draw('tbody', null, rows))
  const body = Unpacked.type({ packed, slots })
  expect(keysIn(body)).toEqual(['b', 'c'])
})

test('what draws nothing keeps its place', () => {
  const keysWith = (first: ReactNode) => {
    const drawn = Unpacked.type(packElements(draw('p', null, first, draw('b', null, 'x'))))
    return keysIn(drawn).at(-1)
  }
  expect(keysWith(null)).toBe(keysWith(draw('i')))
})

/** The keys of what stands in an element. */
function keysIn(node: ReactNode): (string | null)[] {
  const { children } = (node as ReactElement<{ children: ReactNode }>).props
  return [children]
    .flat()
    .filter(child => isValidElement(child))
    .map(({ key }) => key)
}
