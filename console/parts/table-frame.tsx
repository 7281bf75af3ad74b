interface FrameProps {
  readonly label: string;
  readonly children: preact.ComponentChildren;
}

/** What holds a table: a region of its own, which scrolls sideways where the table is wider than the page. */
export const TableFrame = ({ label, children }: FrameProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard.
  <section class="table-frame" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
