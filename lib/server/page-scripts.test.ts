import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inlineSources, isKnownScript, joinData } from './page-scripts.ts'

const beginning = '(self.__next_f=self.__next_f||[]).push([0])'
const push = (text: string) => `self.__next_f.push([1,${JSON.stringify(text).replaceAll('<', '\\u003c')}])`
const bootstrap = (argument: string) =>
  `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(${argument});`

describe('isKnownScript', () => {
  it.each([
    beginning,
    push('1:"$Sreact.fragment"\n'),
    push('</script><script>alert(1)</script>'),
    push(`it's "quoted" \\ – \u2028`),
    'self.__next_f.push([3,"AAEC"])',
    push('ends in a backslash \\'),
    push(''),
    bootstrap('{"otherChunks":["static/chunks/2rv5jv.js"],"runtimeModuleIds":[94553]}'),
  ])('knows %s', text => expect(isKnownScript(text)).toBe(true))

  it.each([
    '',
    'alert(1)',
    `${beginning};alert(1)`,
    `alert(1);${beginning}`,
    'self.__next_f.push([1,"a"]);alert(1)',
    'self.__next_f.push([1,"a"+alert(1)])',
    'self.__next_f.push([1,alert(1)])',
    'self.__next_f.push([1,`a`])',
    "self.__next_f.push([1,'a'])",
    'self.__next_f.push([1,"a",2])',
    'self.__next_f.push([1,{"a":1}])',
    'self.__next_f.push([2,"a"])',
    'self.__next_f.push([1,"a"])//',
    'self.__next_f.push([1,"a"]), alert(1), ([1,"b"])',
    'self.__next_f.push([1,"a\nb"])',
    'self.__next_f.push([1,"a\\"])',
    'self.__next_f.push([1,"a\\\\" + alert(1) + ""])',
    'self.__next_f.push([1,"])',
    bootstrap('{"otherChunks":["../../api/filings/x/source"],"runtimeModuleIds":[1]}'),
    bootstrap('{"otherChunks":["static/chunks/../../x.js"],"runtimeModuleIds":[1]}'),
    bootstrap('{"otherChunks":[],"runtimeModuleIds":["x"]}'),
    bootstrap('{"otherChunks":[],"runtimeModuleIds":[],"more":1}'),
    bootstrap('{"__proto__":{"x":1},"otherChunks":[],"runtimeModuleIds":[]}'),
    bootstrap('alert(1)'),
    '$RC("B:0","S:0")',
  ])('knows no other: %s', text => expect(isKnownScript(text)).toBe(false))
})

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A page's bytes, a character for each. */
const bytesOf = (page: string) => Buffer.from(page).toString('latin1')

function sourcesOf(page: string) {
  const reported: string[] = []
  const isKnownStyle = (text: string) => text === 'a{}'
  return {
    ...inlineSources(bytesOf(page), { isKnownStyle, report: text => reported.push(text) }),
    reported,
  }
}

describe('inlineSources', () => {
  it('gives the hash of each script of a known shape, of its bytes, and of no other', () => {
    const text = push('café – 5½ %')
    const page = `<script src="/a.js"></script><script id="x">${text}</script><SCRIPT>a</SCRIPT><p>–</p>
      <script>alert(1)</script><script>${beginning}</script><scripted>x</scripted>`
    expect(sourcesOf(page)).toEqual({
      scripts: [hashOf(text), hashOf(beginning)],
      styles: [],
      reported: ['alert(1)'],
    })
  })

  it('tells styles by the shape that they are to have', () => {
    expect(sourcesOf('<style>a{}</style><noscript><style>*{}</style></noscript>')).toEqual({
      scripts: [],
      styles: [hashOf('a{}')],
      reported: ['*{}'],
    })
  })

  it.each(['<script>', '<script', '<script>alert(1)', `<script a="x>y">${beginning}</script>`])(
    'finds nothing to let through in %s',
    page => expect(sourcesOf(page).scripts).toEqual([]),
  )

  it('takes time in step with the page', () => {
    const seconds = (page: string) => {
      const start = performance.now()
      sourcesOf(page)
      return performance.now() - start
    }
    for (const piece of ['<script', '<script>', '<script></script>', `<script>${push('x')}</script>`])
      expect(seconds(piece.repeat(2_000_000 / piece.length)), piece).toBeLessThan(4000)
  })
})

describe('joinData', () => {
  it('makes one push of those that follow each other, with the same text', () => {
    const texts = ['1:["a"]\n2:', '"b \\" ]) c"\n', '<script>3:"d"', '\\']
    const page = joinData(`<p>x</p>${texts.map(text => `<script>${push(text)}</script>`).join('')}</body>`)
    expect(page).toBe(`<p>x</p><script>${push(texts.join(''))}</script></body>`)
  })

  it('keeps apart what has something between it, or is of another kind', () => {
    const page = `<script>${push('a')}</script><p></p><script>${push('b')}</script><script>self.__next_f.push([3,"AA"])</script>`
    expect(joinData(page)).toBe(page)
  })
})
