import { chartAddress } from './chart-address.ts'

/** A picture is drawn with this many pixels to each of its own, for screens and paper that show them. */
const pixelRatio = 2

/** Save the chart of a menu as PNG, drawn here from its SVG, and say on the button that asked if that fails. */
export async function savePng(button: HTMLElement) {
  const link = button.closest('.menu-list')?.querySelector<HTMLAnchorElement>('a[data-chart]')
  const menu = button.closest('details')?.querySelector('summary')
  if (!link) return
  try {
    const { svg, name } = await fetchSvg(chartAddress(link))
    saveAs(await drawPng(svg), name)
  } catch {
    if (menu) sayFailure(menu)
  }
}

async function fetchSvg(address: string): Promise<{ svg: Blob; name: string }> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The chart was answered with ${answer.status}.`)
  const name = /filename="([^"]+)\.svg"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'chart'
  return { svg: await answer.blob(), name: `${name}.png` }
}

async function drawPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * pixelRatio
    canvas.height = image.naturalHeight * pixelRatio
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        png => (png ? resolve(png) : reject(new Error('The canvas gave no picture.'))),
        'image/png',
      )
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}

function saveAs(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Released only when the browser has surely begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function sayFailure(menu: HTMLElement) {
  const words = [...menu.childNodes].find(node => node.nodeType === Node.TEXT_NODE)
  const before = words?.textContent
  if (!words || before === 'Not saved') return
  words.textContent = 'Not saved'
  setTimeout(() => {
    words.textContent = before ?? ''
  }, 2000)
}
