import { TableFrame } from "./table-frame.tsx";

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => preact.ComponentChildren;
  readonly kind?: "number" | "code";
  /** The cell that names its row, for a screen reader. */
  readonly heads?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly markOf?: (row: Row) => string | undefined;
  readonly empty?: string;
}

/** Up and down move between the links of the rows, so that a long table needs no tabbing through. */
const move = (event: KeyboardEvent) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target instanceof Element ? event.target.closest("tr") : null;
  if (step === undefined || here === null) return;
  let row: Element | null = here;
  do row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  while (row !== null && row.querySelector("a, button") === null);
  row?.querySelector<HTMLElement>("a, button")?.focus();
  event.preventDefault();
};

/** A table with a caption, headings, and its own scrolling where it is wider than the page. */
export const Table = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  markOf,
  empty = "該当するものはありません",
}: TableProps<Row>) => (
  <TableFrame label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, kind }) => (
            <th key={title} scope="col" class={kind}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={move}>
        {rows.length === 0 && (
          <tr>
            <td colSpan={columns.length} class="empty">
              {empty}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={keyOf(row)} class={markOf?.(row)}>
            {columns.map(({ title, cell, kind, heads }) =>
              heads ? (
                <th key={title} scope="row" class={kind}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} class={kind}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);
