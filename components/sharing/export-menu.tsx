import { DownloadIcon } from '../shell/icons.tsx'

/** One thing that a menu offers to take along. */
export type Export =
  /** A file that is there at once, or streams. */
  | { file: string; name: string }
  /** A file that takes a while to make. */
  | { long: string; name: string }
  /** A chart, by the address of its SVG: as that, as PNG, and copied as an image. */
  | { chart: string; name: string }
  /** What cannot be had, and why. */
  | { none: string }

type Props = { items: readonly Export[]; className?: string; label?: string }

/** The one menu of a page, or of a part of it, with all that can be taken along; a plain disclosure, so it opens without scripts. */
export function ExportMenu({ items, className = 'button', label }: Props) {
  return (
    <details className="menu" name="menu">
      <summary className={className} aria-label={label}>
        <DownloadIcon size={14} />
        Export
      </summary>
      <span className="menu-list">
        {items.map(item => (
          <ExportItem key={'none' in item ? item.none : item.name} item={item} />
        ))}
      </span>
    </details>
  )
}

function ExportItem({ item }: { item: Export }) {
  if ('none' in item) return <span className="menu-none">{item.none}</span>
  if ('long' in item)
    return (
      <a href={item.long} data-take="file">
        {item.name}
      </a>
    )
  if ('file' in item)
    return (
      <a href={item.file} download>
        {item.name}
      </a>
    )
  const png = item.chart.replace(/\.svg(?=\?|$)/, '.png')
  return (
    <>
      <a href={item.chart} download data-take="svg">
        {item.name} (SVG)
      </a>
      <a href={png} download data-take="png">
        {item.name} (PNG)
      </a>
      <button type="button" className="needs-script" data-take="image" data-href={png}>
        Copy {item.name.replace(/^Chart/, 'chart')} as image
      </button>
    </>
  )
}
