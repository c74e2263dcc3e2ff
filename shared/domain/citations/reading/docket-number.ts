/** A paper by its number on the docket, as the courts' customs have it: Dkt. 12, ECF No. 12-3, Docket Entry 12, D.I. 5, DE 5, Filing No. 9. */
export const docketNumber = String.raw`(?:(?:(?:D[Kk][Tt]|dkt|D[Oo][Cc]|doc|D[Oo][Cc][Kk][Ee][Tt])\.?(?: Entry)?|ECF|F[Ii][Ll][Ii][Nn][Gg]|D\. ?[EI]\.|D[EI](?= ?\d{1,4}(?!\d)))(?: ?(?:[Nn][Oo][Ss]?\.?|#))? ?\d{1,5}(?:-\d{1,4})?)`;
