"""What the command line says in French; `tests/jobs` keeps it complete."""

from declic.jobs.french_of_pacts import PACTS
from declic.jobs.french_of_readings import READINGS


FRENCH = {
    # commands and options
    "Turns a signed public pact into a running one: read, check, open, show.": (
        "Fait vivre un pacte public signé : lire, vérifier, ouvrir, montrer."
    ),
    "Read a document: sitting, votes, pact, findings, coverage.": (
        "Lire un document : séance, votes, pacte, anomalies relevées, couverture."
    ),
    "Count a sitting again: exit code 3 when the minutes contradict themselves.": (
        "Recompter une séance : code de sortie 3 quand le procès-verbal se contredit."
    ),
    "Keep a document, show what was read, and open its sitting and its pact.": (
        "Garder un document, montrer ce qui y a été lu, ouvrir sa séance et son pacte."
    ),
    "Hand over the letters that wait, and write reminders; --once leaves when none waits.": (
        "Remettre les lettres en attente et écrire les relances ; --once s'arrête quand il n'y en a plus."
    ),
    "Leave when no letter waits.": "S'arrêter quand aucune lettre n'attend.",
    "Letters handed over: {count}.": "Lettres remises : {count}.",
    "Another worker is at work: one is enough.": "Un autre ouvrier travaille déjà : un seul suffit.",
    "Serve the site on this machine.": "Servir le site sur cette machine.",
    "Bring the database and the styles to this version, before it is served.": (
        "Mettre la base et les styles à cette version, avant de la servir."
    ),
    "Say whether this installation is fit to serve: exit code 3 when it is not.": (
        "Dire si cette installation est prête à servir : code de sortie 3 sinon."
    ),
    "account": "compte",
    "runs as root: give the site an account of its own": "tourne en root : donnez au site un compte à lui",
    "number {number}": "numéro {number}",
    "data folder": "dossier de données",
    "secret key": "clé secrète",
    "given by DECLIC_SECRET_KEY": "donnée par DECLIC_SECRET_KEY",
    "database file": "fichier de la base",
    "{path} belongs to another account": "{path} appartient à un autre compte",
    "{path} is open to other accounts ({mode})": "{path} est ouvert à d'autres comptes ({mode})",
    "room on the disk": "place sur le disque",
    "{count} MB left": "il reste {count} Mo",
    "database": "base de données",
    "does not answer ({reason})": "ne répond pas ({reason})",
    "tables": "tables",
    "{count} migrations to run: declic prepare": "{count} migrations à passer : declic prepare",
    "those of this version": "celles de cette version",
    "clock": "horloge",
    "behind the last line of the journal ({instant})": "en retard sur la dernière ligne du journal ({instant})",
    "letters": "courriels",
    "reach nobody: give DECLIC_MAIL_URL": "n'arrivent à personne : donnez DECLIC_MAIL_URL",
    "{server} does not accept us ({reason})": "{server} ne nous accepte pas ({reason})",
    "https": "https",
    "DECLIC_DEBUG shows the inside of the site to anybody": "DECLIC_DEBUG montre l'intérieur du site à tout le monde",
    "off: only for this machine (DECLIC_HTTPS)": "absent : pour cette machine seulement (DECLIC_HTTPS)",
    "{hosts}, behind {count} proxies": "{hosts}, derrière {count} mandataire(s)",
    "settings": "réglages",
    "nothing to say": "rien à signaler",
    "The database and the styles are those of this version.": "La base et les styles sont ceux de cette version.",
    "Open the restated pact with invented people, and serve it.": (
        "Ouvrir le pacte reformulé avec des personnes inventées, et le servir."
    ),
    "Write a backup in one file, while people go on working.": (
        "Écrire une sauvegarde en un fichier, sans interrompre le travail."
    ),
    "Verify that what is kept still says what it said: exit code 3 when it does not.": (
        "Vérifier que ce qui est gardé dit toujours la même chose : code de sortie 3 sinon."
    ),
    "FILE": "FICHIER",
    "PATH": "CHEMIN",
    "ROLE": "RÔLE",
    "fr|en": "fr|en",
    "The document: a PDF with its text, a .docx, .odt, .txt or .md file.": (
        "Le document : un PDF avec son texte, un fichier .docx, .odt, .txt ou .md."
    ),
    "Write to this file instead of the screen.": "Écrire dans ce fichier plutôt qu'à l'écran.",
    "Print the reading as data (format declic-reading/1).": (
        "Donner la lecture sous forme de données (format declic-reading/1)."
    ),
    "Print the text that the offsets of the data count in.": (
        "Donner le texte dans lequel comptent les positions des données."
    ),
    "Open it without asking.": "Ouvrir sans demander.",
    "The port to listen to.": "Le port à écouter.",
    "The address to listen to; others than this machine need DECLIC_HOSTS.": (
        "L'adresse à écouter ; une autre que cette machine demande DECLIC_HOSTS."
    ),
    "A new file, or a folder. Default: the current folder.": (
        "Un nouveau fichier, ou un dossier. Par défaut : le dossier courant."
    ),
    "The language of what is said.": "La langue de ce qui est dit.",
    "Show where an unforeseen fault happened.": "Montrer où une erreur imprévue s'est produite.",
    # typer's own words
    "Usage: ": "Utilisation : ",
    "Show this help and stop.": "Montrer cette aide et s'arrêter.",
    "COMMAND [ARGUMENTS]…": "COMMANDE [ARGUMENTS]…",
    "Arguments": "Arguments",
    "Options": "Options",
    "Commands": "Commandes",
    "[default: {}]": "[par défaut : {}]",
    "[required]": "[obligatoire]",
    # mistakes
    "Choose --json or --text.": "Choisissez --json ou --text.",
    "Missing: {name}.": "Il manque {name}.",
    "Unknown command: {name}.": "Commande inconnue : {name}.",
    "Unknown option: {name}.": "Option inconnue : {name}.",
    "{name}: this value cannot be used.": "{name} : cette valeur ne convient pas.",
    "{name}: a value is missing.": "{name} : il manque une valeur.",
    "There is one word too many.": "Il y a un mot de trop.",
    "The language is fr or en.": "La langue est fr ou en.",
    "This command cannot be understood.": "Cette commande n'est pas comprise.",
    "This is a fault of Déclic ({fault}): run it again with --debug.": (
        "C'est une erreur de Déclic ({fault}) : relancez avec --debug."
    ),
    # files
    "{path}: this is a folder; name a file.": "{path} : c'est un dossier, donnez un fichier.",
    "{path}: no such file.": "{path} : ce fichier n'existe pas.",
    "{path}: this is not an ordinary file.": "{path} : ce n'est pas un fichier ordinaire.",
    "{path}: too large, {limit} MB at most.": "{path} : trop grand, {limit} Mo au plus.",
    "{path}: cannot be read ({reason}).": "{path} : impossible à lire ({reason}).",
    "{path}: cannot be written ({reason}).": "{path} : impossible à écrire ({reason}).",
    "{path}: this file exists already.": "{path} : ce fichier existe déjà.",
    "{path}: this is the document itself; choose another file.": (
        "{path} : c'est le document lui-même, choisissez un autre fichier."
    ),
    "{path}: {reason}": "{path} : {reason}",
    "Reading {name}…": "Lecture de {name}…",
    # the site
    "The settings cannot be used: {reason}": "Réglage impossible : {reason}",
    "{name}: write a number of seconds, not « {word} ».": (
        "{name} : écrivez un nombre de secondes, pas « {word} »."
    ),
    "{name}: write yes or no, not « {word} ».": "{name} : écrivez yes ou no, pas « {word} ».",
    "DECLIC_OIDC_ISSUER, DECLIC_OIDC_CLIENT_ID and DECLIC_OIDC_CLIENT_SECRET go together.": (
        "DECLIC_OIDC_ISSUER, DECLIC_OIDC_CLIENT_ID et DECLIC_OIDC_CLIENT_SECRET vont ensemble."
    ),
    "DECLIC_OIDC_ISSUER: write an https address.": "DECLIC_OIDC_ISSUER : écrivez une adresse https.",
    "{name}: write {words}, not « {word} ».": "{name} : écrivez {words}, pas « {word} ».",
    "{name}: write a number from {least} to {most}.": "{name} : écrivez un nombre de {least} à {most}.",
    "The data folder cannot be written ({reason}): choose another with DECLIC_DATA.": (
        "Impossible d'écrire dans le dossier de données ({reason}) : choisissez-en un autre avec DECLIC_DATA."
    ),
    "SQLite {version} can corrupt a database in WAL mode: {safe} or later is needed (package pysqlite3), "
    "or PostgreSQL (DATABASE_URL).": (
        "SQLite {version} peut abîmer une base en mode WAL : "
        "il faut {safe} ou plus (paquet pysqlite3), ou PostgreSQL (DATABASE_URL)."
    ),
    "DECLIC_SECURITY_CONTACT: write mailto:… or https://…": (
        "DECLIC_SECURITY_CONTACT : écrivez mailto:… ou https://…"
    ),
    "DATABASE_URL: write postgres://user:password@host:port/name.": (
        "DATABASE_URL : écrivez postgres://utilisateur:mot-de-passe@serveur:port/nom."
    ),
    "DECLIC_MAIL_URL: write smtp://user:password@server:587, smtps://… or smtp+plain://…, or console:.": (
        "DECLIC_MAIL_URL : écrivez smtp://utilisateur:mot-de-passe@serveur:587, smtps://… ou smtp+plain://…, "
        "ou console:."
    ),
    "DECLIC_MAIL_FROM: give the address that letters come from.": (
        "DECLIC_MAIL_FROM : donnez l'adresse d'où partent les courriels."
    ),
    "DECLIC_MAIL_FROM: write Name <address@town.example>.": (
        "DECLIC_MAIL_FROM : écrivez Nom <adresse@ville.example>."
    ),
    "The database cannot be used ({reason}).": "La base de données ne peut pas servir ({reason}).",
    "There is no database here yet: run « declic serve » or « declic demo ».": (
        "Il n'y a pas encore de base ici : lancez « declic serve » ou « declic demo »."
    ),
    "{host}:{port} cannot be listened to ({reason}): choose another port with --port.": (
        "Impossible d'écouter {host}:{port} ({reason}) : choisissez un autre port avec --port."
    ),
    "Déclic is served at {address} (Ctrl+C to stop).": "Déclic est servi à l'adresse {address} (Ctrl+C pour arrêter).",
    "This database holds the demo accounts, whose passwords are public: name another with DECLIC_DATA.": (
        "Cette base contient les comptes de démonstration, dont les mots de passe sont publics : "
        "choisissez-en une autre avec DECLIC_DATA."
    ),
    "This database is a real site's: name another with DECLIC_DATA for the demo.": (
        "Cette base est celle d'un vrai site : choisissez-en une autre avec DECLIC_DATA pour la démonstration."
    ),
    "Erase the second factor that somebody lost; their sessions end.": (
        "Effacer le second facteur que quelqu'un a perdu ; ses sessions se ferment."
    ),
    "Erase what expired: sessions, tries, invitations. To be run every night.": (
        "Effacer ce qui est échu : sessions, essais, invitations. À lancer chaque nuit."
    ),
    "{email} has no account.": "{email} n'a pas de compte.",
    "{email} signs in without a second factor, and is asked for a new one.": (
        "{email} se connecte sans second facteur, et un nouveau lui sera demandé si son rôle l'exige."
    ),
    "Erased: {rows} sessions and tries, {invitations} late invitations, {memberships} memberships a year after they ended.": (
        "Effacés : {rows} sessions et essais, {invitations} invitations sans réponse, "
        "{memberships} rattachements un an après leur fin."
    ),
    "Open an account, and print its password once.": "Ouvrir un compte, et donner son mot de passe une seule fois.",
    "The person's e-mail.": "Le courriel de la personne.",
    "The person's name, shown to colleagues.": "Le nom de la personne, montré à ses collègues.",
    "The institution they act for.": "L'institution pour laquelle la personne agit.",
    "What they do there, as often as needed: manager, pilot, coordinator, clerk, administrator.": (
        "Ce qu'elle y fait, autant de fois que nécessaire : manager (gestion de l'institution), pilot (pilotage), "
        "coordinator (coordination du pacte), clerk (greffe), administrator (administration de la plateforme)."
    ),
    "An institution has a name with letters.": "Une institution a un nom, avec des lettres.",
    "{email}: this is not an e-mail address.": "{email} : ce n'est pas une adresse de courriel.",
    "{email} has an account already.": "{email} a déjà un compte.",
    "{email} can sign in with {password}": "{email} peut se connecter avec {password}",
    "E-MAIL": "COURRIEL",
    "NAME": "NOM",
    "Invented people who can sign in:": "Personnes inventées qui peuvent se connecter :",
    "pilot": "pilote",
    "clerk": "greffe",
    "member": "membre",
    "manager": "gestion",
    "coordinator": "coordination",
    "administrator": "administration",
    "The restated pact is read and opened.": "Le pacte reformulé est lu et ouvert.",
    "{path} is not here: run the demo from the folder of the project.": (
        "{path} n'est pas ici : lancez la démonstration depuis le dossier du projet."
    ),
    # open, backup, verify
    "Open what was read?": "Ouvrir ce qui a été lu ?",
    "Kept, to be reviewed: draft {number}.": "Gardé, à relire : brouillon {number}.",
    "This reading was put aside: read the document again.": "Cette lecture a été écartée : relisez le document.",
    "The sitting: {address}": "La séance : {address}",
    "The pact: {address}": "Le pacte : {address}",
    "PostgreSQL's client is not on this machine: install it ({name} is missing).": (
        "Le client de PostgreSQL n'est pas sur cette machine : installez-le (il manque {name})."
    ),
    "PostgreSQL refused: {reason}.": "PostgreSQL a refusé : {reason}.",
    "Put a backup back, whole or not at all; what was there before is kept beside.": (
        "Remettre une sauvegarde, entière ou pas du tout ; ce qui était là est gardé à côté."
    ),
    "The backup, as « declic backup » wrote it.": "La sauvegarde, telle que « declic backup » l'a écrite.",
    "Put it in the place of the site that is here.": "La mettre à la place du site qui est ici.",
    "Restored. Journal: {lines} lines, head {head}.": "Remis. Journal : {lines} lignes, tête {head}.",
    "What was there before is kept in {path}.": "Ce qui était là est gardé dans {path}.",
    "The site is being served from {path}: stop it first.": (
        "Le site est en train d'être servi depuis {path} : arrêtez-le d'abord."
    ),
    "{path} holds a site already: say --replace to put the backup in its place.": (
        "{path} contient déjà un site : ajoutez --replace pour mettre la sauvegarde à sa place."
    ),
    "{path}: this backup is one of {other}, and this site stands on {own}.": (
        "{path} : cette sauvegarde vient de {other}, et ce site repose sur {own}."
    ),
    "{path}: the database of this backup is damaged.": "{path} : la base de cette sauvegarde est abîmée.",
    "{path}: this backup was made by a newer version of Déclic.": (
        "{path} : cette sauvegarde vient d'une version plus récente de Déclic."
    ),
    "{path}: this backup was made by another version of Déclic.": (
        "{path} : cette sauvegarde vient d'une autre version de Déclic."
    ),
    "{path}: this is not a whole backup of Déclic.": "{path} : ce n'est pas une sauvegarde entière de Déclic.",
    "{path}: this backup does not hold what it says it holds.": (
        "{path} : cette sauvegarde ne contient pas ce qu'elle annonce."
    ),
    "{path}: this backup was altered ({name}).": "{path} : cette sauvegarde a été modifiée ({name}).",
    "{path}: this backup holds something that no backup holds.": (
        "{path} : cette sauvegarde contient ce qu'aucune sauvegarde ne contient."
    ),
    "{path}: once unpacked, this backup would fill the disk.": (
        "{path} : une fois dépliée, cette sauvegarde remplirait le disque."
    ),
    "{path}: {bytes} bytes.": "{path} : {bytes} octets.",
    "Journal: {lines} lines, head {head}.": "Journal : {lines} lignes, tête {head}.",
    "Verifying…": "Vérification…",
    "verified": "vérifié",
    "counted": "nombre",
    "what does not hold": "ce qui ne tient pas",
    "whole": "intact",
    "broken": "rompu",
    "database: whole": "base : entière",
    "database: every link has its row": "base : aucun lien dans le vide",
    "documents: same bytes, same text": "documents : mêmes octets, même texte",
    "citations: same words": "passages cités : mêmes mots",
    "line {number} was altered": "ligne {number} modifiée",
    "line {number} is missing": "ligne {number} absente",
    "line {number} does not follow the one before": "ligne {number} qui ne suit pas la précédente",
    "the end is cut, from line {number} or before": "fin coupée, depuis la ligne {number} ou avant",
    "line {number} is not the one whose head was noted": "ligne {number} autre que celle dont la tête a été notée",
    "no line has the head {head}": "aucune ligne n'a la tête {head}",
    "HEAD": "TÊTE",
    "A head of the journal noted elsewhere, to be found in it.": (
        "Une tête du journal notée ailleurs, qui doit s'y trouver."
    ),
    "journal: unbroken chain": "journal : chaîne continue",
    **PACTS,
    **READINGS,
}
