"""What the command line says in French of pacts that leave and come as files."""

PACTS = {
    "Write a whole pact to a file that another site can open.": (
        "Écrire un pacte entier dans un fichier qu'un autre site peut ouvrir."
    ),
    "Open a pact that another site wrote; a second time changes nothing.": (
        "Ouvrir un pacte écrit par un autre site ; une seconde fois ne change rien."
    ),
    "PACT": "PACTE",
    "The pact, by the last word of its address: /pactes/PACT/.": (
        "Le pacte, par le dernier mot de son adresse : /pactes/PACTE/."
    ),
    "The file to write, in the format declic-pact/1.": "Le fichier à écrire, au format declic-pact/1.",
    "A pact, as « declic export-pact » wrote it.": "Un pacte, tel que « declic export-pact » l'a écrit.",
    "{slug}: no pact has this address here.": "{slug} : aucun pacte n'a cette adresse ici.",
    "{path}: this is not a pact in the format declic-pact/1 ({reason}).": (
        "{path} : ce n'est pas un pacte au format declic-pact/1 ({reason})."
    ),
    "{path}: this pact contradicts itself ({reason}); nothing was kept.": (
        "{path} : ce pacte se contredit ({reason}) ; rien n'a été gardé."
    ),
    "Opened: /pactes/{slug}/": "Ouvert : /pactes/{slug}/",
    "This pact is already here, at /pactes/{slug}/: nothing was changed.": (
        "Ce pacte est déjà ici, à l'adresse /pactes/{slug}/ : rien n'a été changé."
    ),
    "A spreadsheet of 28 columns, .xlsx or .csv, with its headings.": (
        "Un tableur à 28 colonnes, .xlsx ou .csv, avec ses intitulés."
    ),
    "The spreadsheet to write: .csv by its name, .xlsx otherwise.": (
        "Le tableur à écrire : .csv d'après son nom, .xlsx sinon."
    ),
    "Say what would change, and keep nothing.": "Dire ce qui changerait, et ne rien garder.",
    "Write the action sheets of a pact as a spreadsheet of 28 columns.": (
        "Écrire les fiches action d'un pacte dans un tableur à 28 colonnes."
    ),
    "Keep the action sheets of a spreadsheet; a second time changes nothing. Exit code 3 when rows are refused.": (
        "Garder les fiches action d'un tableur ; une seconde fois ne change rien. "
        "Code de sortie 3 si des lignes sont refusées."
    ),
    "Opened: {codes}": "Ouvertes : {codes}",
    "Changed: {codes}": "Modifiées : {codes}",
    "Left as they are: {count}": "Inchangées : {count}",
    "Line {number}, column « {column} »: {reason}": "Ligne {number}, colonne « {column} » : {reason}",
    "Nothing was kept: this was a preview.": "Rien n'a été gardé : c'était un aperçu.",
    "{path}: sheets written: {count}.": "{path} : fiches écrites : {count}.",
}
