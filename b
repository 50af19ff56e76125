cue	value
suggest	Reports – suggest – that some protesters have been killed and thousands have been detained since last Sunday’s vote
say	opponents of Lukashenko – say – was rigged to re-elect him
citing	Lukashenko – who has been in power for 26 years – citing – official results that show his victory with over 80% of the vote
has denied	Lukashenko – who has been in power for 26 years – has denied – any poll manipulation
said	The Kremlin – said – external pressure was being applied to the country, without saying where from
said	The Kremlin – said – Putin has told Lukashenko that Russia was ready to assist Belarus in accordance with a collective military pact if necessary
has told	Putin – has told – that Russia was ready to assist Belarus in accordance with a collective military pact if necessary
informed	President of the Republic of Belarus Alexander Lukashenko – informed – the developments following the presidential election in Belarus
According to	a Kremlin communique – According to – both sides expressed confidence that all existing problems will be settled soon
expressed confidence	both sides – expressed confidence – that all existing problems will be settled soon
added	the Kremlin statement – added – “The main thing is to prevent destructive forces from using these problems to cause damage to mutually beneficial relations of the two countries within the Union State,”
to highlight	a “March for Freedom” – to highlight – alleged poll-rigging and police violence at subsequent protests
reveal	reports – reveal – that state workers are being forced to attend the rally in support of Lukashenko
claimed	Lukashenko – claimed – victory in last week’s election
declared	The Central Election Commission – declared – that Lukashenko has bagged 80.1% of the vote while the main opposition candidate Svetlana Tikhanovskaya received only 10.12%
saying	Ms Tikhanovskaya – saying – that she has got 60-70% support where the votes were properly counted
has challenged	Ms Tikhanovskaya – has challenged – the result
