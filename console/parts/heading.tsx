/** The heading of a screen: it takes the focus when the screen opens. */
export const Heading = ({ title, lead }: { readonly title: string; readonly lead: string }) => (
  <div class="heading">
    <h1 tabIndex={-1}>{title}</h1>
    <p>{lead}</p>
  </div>
);
