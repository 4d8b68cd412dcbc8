import { readFileSync } from 'node:fs'
import path from 'node:path'

const file = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

let face: string | undefined

/** The font of pictures as a rule of CSS that holds it whole, 64 KB; a program that takes no such rule has others to choose from. */
export function fontFace(): string {
  face ??= `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${readFont()}) format("woff2")}`
  return face
}

function readFont(): string {
  return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file)).toString('base64')
}
