"""Given names that are usual in France: they tell which word of a name is which, and never make a person alone."""

from declic.units.folding import fold


WOMEN = """
adele adeline adelaide adrienne agathe agnes aicha aimee alba albane alberte alexandra alexia alexandrine alice
alicia aline alix alizee alison amandine ambre amel amelie amina ana anais anastasia andree anette angele angelina
angelique anita ann anna annabelle annaick annaig anne annette annick annie anouk antoinette ariane arlette armelle
assia astrid aude audrey aurelia aurelie aurore axelle aya barbara beatrice benedicte berengere bernadette berthe
betty blanche blandine brigitte brunehilde camille candice capucine carine carla carmen carol carole caroline
catherine cathie cathy cecile cecilia celestine celia celine chantal charlene charline charlotte chloe christel
christele christelle christiane christina christine claire clara clarisse claudette claudia claudie claudine clea
clelia clemence clementine cleo clotilde colette coline constance coralie corinne cosette cyrielle daisy danielle
daniele daphne deborah delphine denise diana diane dolores dominique dorine doris dorothee edith edwige elena
eleonore eliane elina elisa elisabeth elise elodie eloise elsa elvire emeline emeraude emilie emilienne emma
emmanuelle enora erika ernestine estelle esther ethel etiennette eugenie eva eve eveline evelyne fabienne fadila
fanny fatiha fatima fatoumata faustine felicie fernande flavie fleur flora flore florence floriane florine
france francette francine francoise frederique gabrielle gaelle genevieve georgette geraldine germaine ghislaine
gilberte ginette gisele gladys graziella guenaelle guillemette guylaine gwenaelle gwendoline habiba hafida hanna
hannah helena helene heloise henriette hermine hortense huguette ida ikram ilona imane ines ingrid irene iris
isabelle isaline isaure isoline jacinthe jacqueline jade jamila jana janine jeanine jeanne jeannine jennifer
jessica joanna jocelyne joelle johanna johanne josee josephe josephine josette josiane josseline judith julia
juliana julie julienne juliette justine karen karima karine katell katia katy kelly khadija kheira kim laetitia
laila lara laura laure laureline laurence laurene laurette laurie laurine lea leila lena leonie leontine leslie
leslie liliane lilou lina linda line lisa lise lisiane lisette lola lorene lorette lorraine lou louane louisa
louise louisette lucette lucie lucienne lucile lucille ludivine lydia lydie lyne lysiane mado mael madeleine
magali magalie maggy malika malvina manon manuela margaux margot marguerite maria mariam mariane marianne marie
mariele mariele marielle marilyne marilyn marina marine marion marjolaine marjorie marlene marthe martine
maryline marylene maryse maryvonne mathilde maud maude maureen mauricette maya megane melanie melina melinda
melisande melissa mercedes meriem mia michele micheline michelle milena mireille monique morgane moufida muriel
myriam myrtille nabila nadege nadia nadine naima nancy nathalie nawel nelly nicole nina noelle noelie noemie nora
norah noura odette odile olga olivia olympe ophelie oriane orlane oumou pascale patricia paula paule paulette
pauline peggy perrine petra philippine pierrette prisca priscilla rachel rachida raissa raymonde raphaelle rebecca
regine reine rejane renee ricarda rita roberte rolande romane rosa rosalie rose roseline roselyne rosemonde
rosine roxane ruth sabine sabrina safia salima sally salome samia samira sandra sandrine sara sarah saskia
segolene selma severine sharon sheila sidonie simone soazig sofia solange solene soline sonia sonya sophie soraya
stella stephanie suzanne suzette suzy sybille sylvaine sylvette sylviane sylvie tatiana tessa thais theodora
therese tiphaine ulla ursula vanessa vera veronique victoire victoria viktoria vinciane violaine viola violette
virginie viviane wafa wendy xaviere yamina yanna yasmina yasmine ylona yolaine yolande yolene yseult yvette
yveline yvonne zahia zahra zelie zelda zineb zoe zohra maelle maelys fatou fatoumata aminata awa mariama kadiatou ndeye rokia
lorine sadia nolwenn treffina ronane enora gwenn bleuenn sterenn mailys celestine eulalie philomene noellie elena
ghizlane hayat houda hind jihane kenza leatitia loubna meryem najat najet nassima nawal ouarda rahma rania rkia
saida sakina salma selma siham sihem soumia souad yamna zakia zara karin katrin kristel krystel isabel ivana
jasmine joana josepha ludmila luisa magda marta milka mirella monika nadja natacha natalia olena oksana paola
raymonde romy sigrid svetlana tania teresa valentina vera victorine wanda yana coraline cyndie cynthia cindy
daniella delia dominica doria eglantine elea emelyne eleane fabiola gaia gina gwladys heidi ines jenny kim kristina
lana leane leyla lilia louna lucia luna mado mahaut marcelle marcelline marlyse mary maryam maelis meline melodie
mya naelle nell ninon noeline norma oceane orane pauletta perle petronille prune rosalia rozenn sibylle sixtine
solveig tamara tara zora tess timea tina tracy valeriane victorine wassila xenia yaelle yannick zelie
"""
MEN = """
abdallah abdel abdelkader abdellah abel achille adam adel adem adil adolphe adrien ahmed aime alain alan albain
alban albert aldo alex alexandre alexis alfred ali alois aloys alphonse amaury ambroise amine anatole andre andrew
andy ange anis anselme anthelme anthony antoine antonin antony ari aristide armand armel arnaud arsene arthur
auguste augustin aurelien axel aymeric bachir baptiste barnabe barthelemy basile bastien baudoin baudouin benedict
benjamin benoist benoit berenger bernard bertrand bilal blaise boris brahim brice brieuc bruno calixte carl carlo
carlos casimir cedric celestin cesar charles charly christian christophe ciryl claude claudius clement clovis colin
come conrad constant constantin corentin cyprien cyriaque cyril cyrille damien dan daniel dany david davy denis
denys derek desire didier diego dimitri djamel donald donatien dorian driss dylan eddie eddy edgar edgard edmond
edouard edwin elian elias elie eloi eloy emeric emile emilien emmanuel enguerrand enzo eric erick erik ernest
erwan erwann esteban ethan etienne eudes eugene evan evariste evrard fabian fabien fabrice farid faycal felicien
felix ferdinand fernand fernando fidele firmin flavien florent florentin florian fouad francis francisco franck
francois frank franky fred freddy frederic fulbert gabin gabriel gael gaetan garry gaspard gaston gauthier
gautier geoffrey geoffroy george georges gerald gerard geraud germain germinal gerome gervais ghislain gilbert
gildas gilles gino giovanni godefroy gonzague gontran gratien gregoire gregory guenael guenole guilhem guillaume
gurvan gustave guy gwenael habib hakim hamid hamza hans harold harry hassan hector helier henri henry herbert
hermann herve hicham hilaire hippolyte honore hubert hugo hugues humbert ian ibrahim idriss ignace igor ilan
ilyes imad isaac isidore ismael ivan jack jackie jacky jacob jacques jamal james jan jany jason jasper javier
jawad jean jeannot jeff jeremie jeremy jerome joachim joao jocelyn joel joey johan johann john johnny jonas
jonathan jordan jorge jose joseph josselin josue juan jules julian julien juste justin kader kamel karim karl
kevin khaled kilian killian konrad lambert laszlo laurent lazare leandre leo leon leonard leonce leopold lilian
lionel loic lorenzo loris louis luc luca lucas lucien ludovic luigi luis lukas mahmoud malek malik manu manuel
marc marceau marcel marcelin marcellin marco marcus marin mario marius martial martin marvin mateo mathias
mathieu mathis mathurin matteo matthias matthieu maurice max maxence maxime maximilien medard mehdi melchior
michael michel mickael miguel mike mikael milan modeste mohamed mohammed moise morad mostafa mouloud mourad
moussa mustapha nabil napoleon narcisse nasser nathan nathanael nestor nicolas nils noah noam noe noel norbert
octave odilon olivier omar oscar oswald othmane pablo paco paolo pascal pascalin patrice patrick paul paulin
pedro philbert philibert philippe pierre pierrick pierrot placide prosper quentin rachid raoul raphael raymond
raynald reda regis remi remy renaud rene reynald ricardo richard robert roberto robin roch rodolphe rodrigue
roger roland rolland romain romaric roman romuald ronald ronan rudolf rudy ruben sacha said salim salvador
salvatore sam sami samir samuel samy saturnin sauveur seb sebastien selim serge sergio severin siegfried sigismond
silvain silvere simeon simon slimane sofiane sofian soren stan stanislas stephan stephane steve steven sylvain
sylvere sylvestre tancrede tanguy tarek teddy theo theodore theophile theotime thibaud thibault thibaut thierry
thomas timothe timothee tino tom tommy tony toussaint tristan ulric ulrich ulysse urbain valentin valere valerian
valery valerie vianney victor victorien vincent virgil virgile vivien vladimir walid walter warren wilfrid
wilfried william willy wolfgang xavier yacine yan yanick yanis yann yannick yannis yoann yoan yohan yohann youri hasni mamadou moussa ousmane ibrahima abdoulaye amadou boubacar cheikh souleymane
aboubacar adama alassane bakary modou samba seydou sidi soufiane zakaria zakariya anas ayoub bilel chakib djibril
faouzi fethi hafid hedi houssine ilias ismail jalal jamel khalid lahcen larbi lotfi mahdi mansour marouane mehmet
miloud mokhtar mouhamed mounir nacer naim noureddine omer othman ramdane redouane riad ridha sabri saad sadek
sadok salah samy soufian tahar taoufik toufik wassim yazid yassine youcef younes zaki zoubir alan alban aloyse
anatol andreas anton armel aubin augustin aurel axel bartolome ben brendan briac bryan camil cedrick charlie
clotaire conan cyr damian danilo dario dave dino dirk donovan edern elie eliot elliott emanuel emmanuel ewen
fabio federico felipe filip firmin flavio gerhard gianni giuseppe goulven gregor guenole guido gunther gwendal
hans harald heinz helmut hendrik henrik herman holger horst igor ivo jaime jakob jan jesus joan joaquim joris josef
juergen jurgen karol kenneth klaus konstantin kurt lenny leopold lorenz lothar lou loup luan lubin maceo mael
maelo malo manfred manoel mariano mateusz mathys maurizio melvin milo morgan nino nolan olaf oleg otto owen patricio
pavel peter pol raimond rainer ralph raul reinhard renato ricky rui rodrigo rodolph ronny rudolph salomon sean sergei
stefan stefano sven tadeusz tancrede telmo thaddee theodor thorsten tiago tibor titouan tomas tonio uwe valentino
victorien vito walter werner wolf yaël yael yanis yvain youn yohan zachary zeno zephyr
youssef yves yvan yvon yvonnick zacharie zidane zinedine
"""
GIVEN_NAMES = frozenset((WOMEN + MEN).split())


def is_given_name(word: str) -> bool:
    """Say whether the word is a usual given name, whole or as the first part of a double one (« Anne-Lise »)."""
    parts = fold(word).replace("-", " ").split()
    return bool(parts) and (parts[0] in GIVEN_NAMES)
