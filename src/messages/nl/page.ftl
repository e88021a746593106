# De pagina van een planning. Elk bericht waarvan de sleutel met page- begint gaat met de pagina mee.
