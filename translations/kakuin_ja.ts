<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>Exported data: a folder, a .zip, or files that Export-Clixml wrote.</source>
        <translation>エクスポートしたデータです。フォルダー、.zip、Export-Clixml で作成したファイルを指定できます。</translation>
    </message>
    <message>
        <source>A new practice organisation: contoso-2013, small, medium, large or huge.</source>
        <translation>新しい練習用の組織です。contoso-2013、small、medium、large、huge のいずれかを指定します。</translation>
    </message>
    <message>
        <source>A connection that was stored in the window, by its name.</source>
        <translation>ウィンドウで保存した接続の名前です。</translation>
    </message>
    <message>
        <source>Exchange&apos;s PowerShell: a server&apos;s name, or http(s)://server/PowerShell/.</source>
        <translation>Exchange の PowerShell です。サーバーの名前、または http(s)://server/PowerShell/ の形式で指定します。</translation>
    </message>
    <message>
        <source>A command that speaks PowerShell remoting over its standard streams.</source>
        <translation>標準入出力で PowerShell リモート処理を行うコマンドです。</translation>
    </message>
    <message>
        <source>With --url: how to sign in: kerberos (the default), negotiate, basic or certificate.</source>
        <translation>--url を指定した場合のサインインの方法です。kerberos (既定値)、negotiate、basic、certificate のいずれかを指定します。</translation>
    </message>
    <message>
        <source>With --url: who signs in. Without it, Kerberos uses the ticket that is present.</source>
        <translation>--url を指定した場合に、サインインするユーザーです。指定しない場合、Kerberos では取得済みのチケットを使用します。</translation>
    </message>
    <message>
        <source>The password is the first line of the standard input.</source>
        <translation>標準入力の最初の行をパスワードとして使用します。</translation>
    </message>
    <message>
        <source>With --url: a PEM file with the authorities to trust, instead of the computer&apos;s.</source>
        <translation>--url を指定した場合に、このコンピューターの証明機関の代わりに信頼する証明機関の PEM ファイルです。</translation>
    </message>
    <message>
        <source>With --url: the SHA-256 of the one certificate to trust.</source>
        <translation>--url を指定した場合に、信頼する 1 つの証明書の SHA-256 です。</translation>
    </message>
    <message>
        <source>With --auth certificate: a PEM file with the certificate and its private key.</source>
        <translation>--auth certificate を指定した場合に使用する、証明書と秘密キーを含む PEM ファイルです。</translation>
    </message>
    <message>
        <source>Form of the output: text (the default), json or csv; with check also prometheus.</source>
        <translation>出力の形式です。text (既定値)、json、csv のいずれかを指定します。check では prometheus も指定できます。</translation>
    </message>
    <message>
        <source>Fewer days left are a warning. Default: as set in the windows, else 60.</source>
        <translation>残りの日数がこれより少ない場合に、警告とします。既定値は、ウィンドウで設定した値 (設定していない場合は 60) です。</translation>
    </message>
    <message>
        <source>Fewer days left are critical. Default: as set in the windows, else 30.</source>
        <translation>残りの日数がこれより少ない場合に、重大とします。既定値は、ウィンドウで設定した値 (設定していない場合は 30) です。</translation>
    </message>
    <message>
        <source>setup: only what stops or endangers Exchange&apos;s setup or a cumulative update.</source>
        <translation>setup を指定すると、Exchange のセットアップまたは累積的な更新プログラムの失敗につながるものだけを調べます。</translation>
    </message>
    <message>
        <source>Do not count these findings. The subject is the rest of a finding&apos;s key, a server, a thumbprint or a connector. May be given several times.</source>
        <translation>この検出項目を無視します。subject には、検出項目のキーの残りの部分、サーバー、拇印、コネクターのいずれかを指定します。複数回指定できます。</translation>
    </message>
    <message>
        <source>Do not count the findings that a JSON file lists with reason and end, or that were muted in the windows (mutes.sqlite). May be given several times.</source>
        <translation>JSON ファイルに理由と期限を付けて記載した検出項目、またはウィンドウで非表示にした検出項目 (mutes.sqlite) を無視します。複数回指定できます。</translation>
    </message>
    <message>
        <source>Compare every entry and record with the chain of hashes, and print the last hash.</source>
        <translation>すべてのエントリと記録をハッシュ チェーンと照合し、最後のハッシュを出力します。</translation>
    </message>
    <message>
        <source>Write every entry as a line of JSON to a file, or with - to the standard output.</source>
        <translation>すべてのエントリを JSON の 1 行ずつとしてファイルに書き込みます。- を指定すると、標準出力に書き込みます。</translation>
    </message>
    <message>
        <source>Language: en or ja. Default: as chosen in the windows, else the system&apos;s.</source>
        <translation>言語です。en または ja を指定します。既定値は、ウィンドウで選択した言語 (選択していない場合はシステムの言語) です。</translation>
    </message>
    <message>
        <source>Theme for this start: light or dark.</source>
        <translation>今回の起動で使用するテーマです。light または dark を指定します。</translation>
    </message>
    <message>
        <source>Where practice organisations and the journal are kept.</source>
        <translation>練習用の組織と履歴を保存するフォルダーです。</translation>
    </message>
    <message>
        <source>For developers: let debuggers attach and core dumps be written.</source>
        <translation>開発者向けのオプションです。デバッガーの接続とコア ダンプの書き込みを許可します。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>バージョンを表示します。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>このヘルプを表示します。</translation>
    </message>
    <message>
        <source>%1 and %2 are both commands. Give one.</source>
        <extracomment>%1 and %2: commands, such as check</extracomment>
        <translation>%1 と %2 は、どちらもコマンドです。1 つだけ指定してください。</translation>
    </message>
    <message>
        <source>%1 is neither a command nor a file. The commands are %2.</source>
        <extracomment>%1: a word that was typed, %2: a list of commands</extracomment>
        <translation>%1 というコマンドやファイルはありません。コマンドは %2 です。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is not a command. Did you mean: kakuin %2</source>
        <extracomment>%1: a word that was typed, %2: a command</extracomment>
        <translation>%1 というコマンドはありません。次のコマンドではありませんか: kakuin %2</translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation>--%1 というオプションはありません。</translation>
    </message>
    <message>
        <source>%1 goes with a command only, such as kakuin check.</source>
        <translation>%1 は、kakuin check などのコマンドと共に指定する必要があります。</translation>
    </message>
    <message>
        <source>%1 does not go with %2.</source>
        <extracomment>%1: a word that was typed, %2: a command</extracomment>
        <translation>%1 は、%2 では指定できません。</translation>
    </message>
    <message>
        <source>%1 cannot be used. %2</source>
        <extracomment>%1: an option and its value, such as --warn abc; %2: a sentence that says what the option takes</extracomment>
        <translation>%1 は指定できません。%2</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <extracomment>%1: a list of words</extracomment>
        <translation>次のいずれかを指定してください: %1</translation>
    </message>
    <message>
        <source>Manages the certificates that Exchange servers issue to themselves. Without a command, the window opens: on exported data where paths are given.</source>
        <translation>Exchange サーバーの自己署名証明書を管理します。コマンドを指定しない場合は、ウィンドウを開きます。パスを指定すると、エクスポートしたデータを表示します。</translation>
    </message>
    <message>
        <source>Says what is wrong with an organisation&apos;s certificates. Ends with 0 (nothing is wrong), 1 (warnings), 2 (critical) or 3 (not known, or wrong use).</source>
        <translation>組織の証明書の問題を出力します。終了コードは、0 (問題なし)、1 (警告)、2 (重大)、3 (判断できない、または使い方の誤り) です。</translation>
    </message>
    <message>
        <source>Prints every server and certificate with all facts. Ends with 0, with 1 where a part could not be read, or with 3 (nothing could be read, or wrong use).</source>
        <translation>すべてのサーバーと証明書の情報を出力します。終了コードは、0 (すべて取得)、1 (一部を取得できない)、3 (何も取得できない、または使い方の誤り) です。</translation>
    </message>
    <message>
        <source>Shows whether the journal is as it was written, and exports it. Ends with 0 (as written), 2 (altered) or 3 (not known, or wrong use).</source>
        <translation>履歴が書き込まれたときのままかどうかを検証し、エクスポートします。終了コードは、0 (書き込まれたときのまま)、2 (変更されている)、3 (判断できない、または使い方の誤り) です。</translation>
    </message>
    <message>
        <source>Exported data, as with --open.</source>
        <translation>エクスポートしたデータです。--open と同じです。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <comment>how a program is started</comment>
        <translation>使い方: %1</translation>
    </message>
    <message>
        <source>%1 and %2 do not go together.</source>
        <translation>%1 と %2 は、同時に指定できません。</translation>
    </message>
    <message>
        <source>Give a whole number of days from 0 to %1.</source>
        <translation>日数を 0 から %1 までの整数で指定してください。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <extracomment>%1: an option, such as --user</extracomment>
        <translation>%1 が指定されていません。</translation>
    </message>
    <message>
        <source>%1 goes with %2 only.</source>
        <extracomment>%1 and %2: options, such as --user</extracomment>
        <translation>%1 は、%2 と共に指定する必要があります。</translation>
    </message>
    <message>
        <source>What is to be read? Give one of %1.</source>
        <extracomment>%1: a list of options</extracomment>
        <translation>読み取る対象が指定されていません。次のいずれかを指定してください: %1</translation>
    </message>
    <message>
        <source>Only one of these can be read at a time: %1.</source>
        <translation>一度に読み取ることができる対象は、次のうち 1 つだけです: %1</translation>
    </message>
    <message>
        <source>The days of --crit must be fewer than those of --warn.</source>
        <translation>--crit には、--warn より少ない日数を指定してください。</translation>
    </message>
    <message>
        <source>Give a code such as expiredInUse, and after a colon what it concerns. The output with --format json has both.</source>
        <translation>expiredInUse などのコードを指定してください。対象を限定する場合は、コロンの後に指定します。どちらも --format json の出力に含まれています。</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <extracomment>%1: a command, such as kakuin check --help</extracomment>
        <translation>ヘルプ: %1</translation>
    </message>
    <message>
        <source>There is no display for the window. Without one, use kakuin check, kakuin inventory or kakuin journal.</source>
        <translation>ウィンドウを表示するディスプレイがありません。ディスプレイがない場合は、kakuin check、kakuin inventory、kakuin journal を使用してください。</translation>
    </message>
    <message>
        <source>Give the name of a file, or - for the standard output.</source>
        <translation>ファイルの名前、または標準出力を表す - を指定してください。</translation>
    </message>
    <message>
        <source>What is to be done? Give --verify or --export FILE.</source>
        <translation>行う操作が指定されていません。--verify または --export FILE を指定してください。</translation>
    </message>
    <message>
        <source>There is no option --%1. Did you mean: --%2</source>
        <extracomment>%1: what was typed, such as formt; %2: an option, such as format</extracomment>
        <translation>--%1 というオプションはありません。次のオプションではありませんか: --%2</translation>
    </message>
</context>
<context>
    <name>AuthAdviceText</name>
    <message>
        <source>The Auth configuration could not be read, so nothing is recommended.</source>
        <translation>認証構成を読み取れなかったため、推奨できる操作はありません。</translation>
    </message>
    <message>
        <source>Servers did not answer, and it is not known whether they have the certificate. Read them again before you decide.</source>
        <translation>応答しないサーバーがあり、証明書を持っているかどうかが分かりません。判断する前に、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>Replace it at once: neither the Auth certificate in use nor a staged one can be used.</source>
        <translation>すぐに置き換えることをお勧めします。使用中の Auth 証明書も、次の Auth 証明書も使用できません。</translation>
    </message>
    <message>
        <source>Replace it at once: the Auth certificate in use ends before a staged one could take over.</source>
        <translation>すぐに置き換えることをお勧めします。次の Auth 証明書が引き継ぐ前に、使用中の Auth 証明書の有効期限が切れます。</translation>
    </message>
    <message>
        <source>Stage a new one: the Auth certificate in use ends soon, no lasting one is staged, and every server has what there is.</source>
        <translation>新しい証明書を作成し、次の Auth 証明書として設定することをお勧めします。使用中の Auth 証明書の有効期限が近づいていますが、有効期間が十分に残っている次の証明書は設定されていません。現在の証明書はすべてのサーバーにあります。</translation>
    </message>
    <message>
        <source>Replace it at once: the Auth certificate in use has expired or is missing. One is staged already; publishing that one is the quicker way, if it is the one you want.</source>
        <translation>すぐに置き換えることをお勧めします。使用中の Auth 証明書は有効期限が切れているか、見つかりません。次の Auth 証明書は既に設定されています。目的の証明書であれば、それを公開するほうが早く済みます。</translation>
    </message>
    <message>
        <source>Do not rotate yet. Copy the Auth certificate in use, and the staged one, to the servers that lack them.</source>
        <translation>まだ更新しないでください。使用中の Auth 証明書と次の Auth 証明書を、それらがないサーバーにコピーしてください。</translation>
    </message>
    <message>
        <source>Do not rotate yet. Copy the Auth certificate in use to the servers that lack it.</source>
        <translation>まだ更新しないでください。使用中の Auth 証明書を、その証明書がないサーバーにコピーしてください。</translation>
    </message>
    <message>
        <source>Do not rotate again. Copy the staged Auth certificate to the servers that lack it.</source>
        <translation>再度の更新は行わないでください。次の Auth 証明書を、その証明書がないサーバーにコピーしてください。</translation>
    </message>
    <message>
        <source>Nothing needs doing: the Auth certificate in use lasts, or its successor is staged, on every server.</source>
        <translation>対応は不要です。使用中の Auth 証明書の有効期間が十分に残っているか、後継の証明書がすべてのサーバーに配布されています。</translation>
    </message>
    <message>
        <source>Row %1 of the decision table of Microsoft&apos;s MonitorExchangeAuthCertificate applies.</source>
        <extracomment>%1: the number of a row</extracomment>
        <translation>Microsoft の MonitorExchangeAuthCertificate の判定表の %1 行目に該当します。</translation>
    </message>
    <message>
        <source>The decision table of Microsoft&apos;s MonitorExchangeAuthCertificate cannot be applied.</source>
        <translation>Microsoft の MonitorExchangeAuthCertificate の判定表を適用できません。</translation>
    </message>
    <message>
        <source>No row of the decision table of Microsoft&apos;s MonitorExchangeAuthCertificate applies.</source>
        <translation>Microsoft の MonitorExchangeAuthCertificate の判定表に該当する行はありません。</translation>
    </message>
    <message>
        <source>In use: none that can be used</source>
        <translation>使用中: 使用できる証明書なし</translation>
    </message>
    <message numerus="yes">
        <source>In use: %n days left</source>
        <translation>
            <numerusform>使用中: 残り %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Staged: none that can be used</source>
        <translation>次: 使用できる証明書なし</translation>
    </message>
    <message numerus="yes">
        <source>Staged: %n days left</source>
        <translation>
            <numerusform>次: 残り %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Did not answer: %1</source>
        <translation>応答なし: %1</translation>
    </message>
    <message>
        <source>Without the one in use: %1</source>
        <translation>使用中の証明書がないサーバー: %1</translation>
    </message>
    <message>
        <source>Without the staged one: %1</source>
        <translation>次の証明書がないサーバー: %1</translation>
    </message>
    <message>
        <source>Several sites: it takes longer to reach all of them, and may have to be copied</source>
        <translation>複数のサイトがあるため、すべてのサーバーに届くまで時間がかかり、コピーが必要になることがあります</translation>
    </message>
    <message>
        <source>Hybrid, or not known: the Hybrid Configuration Wizard has to run afterwards</source>
        <translation>ハイブリッド構成 (または不明) のため、変更後にハイブリッド構成ウィザードの実行が必要です</translation>
    </message>
</context>
<context>
    <name>BadgePainter</name>
    <message>
        <source>%1 (expires soon)</source>
        <translation>%1 (まもなく期限切れ)</translation>
    </message>
    <message>
        <source>%1 (urgent)</source>
        <translation>%1 (緊急)</translation>
    </message>
    <message>
        <source>%1 (expired)</source>
        <translation>%1 (期限切れ)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>CalendarText</name>
    <message>
        <source>Exchange certificates</source>
        <extracomment>name of a calendar; %1: an organisation</extracomment>
        <translation>Exchange の証明書</translation>
    </message>
    <message>
        <source>Exchange certificates of %1</source>
        <translation>%1 の Exchange 証明書</translation>
    </message>
    <message>
        <source>%1 expires (%2)</source>
        <extracomment>title of a calendar entry; %1: a certificate, %2: servers</extracomment>
        <translation>証明書の有効期限: %1 (%2)</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <extracomment>line of a calendar entry; %1: a certificate</extracomment>
        <translation>証明書: %1</translation>
    </message>
    <message>
        <source>Thumbprint: %1</source>
        <extracomment>line of a calendar entry; %1: 40 digits</extracomment>
        <translation>拇印: %1</translation>
    </message>
    <message>
        <source>Servers: %1</source>
        <extracomment>line of a calendar entry; %1: servers</extracomment>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>No role is known.</source>
        <extracomment>line of a calendar entry; %1: roles of a certificate</extracomment>
        <translation>用途は確認されていません。</translation>
    </message>
    <message>
        <source>Roles: %1</source>
        <translation>役割: %1</translation>
    </message>
    <message>
        <source>Renew it before this time.</source>
        <translation>この日時より前に更新してください。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) expires in %n days</source>
        <extracomment>reminder of a calendar entry; %1: a certificate, %2: servers</extracomment>
        <translation>
            <numerusform>%1 (%2) の有効期限まで、あと %n 日です</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateSheet</name>
    <message>
        <source>(no subject)</source>
        <translation>(サブジェクトなし)</translation>
    </message>
    <message>
        <source>%1 · on %2 · self-signed</source>
        <extracomment>Line beneath a certificate&apos;s name. %1: subject, %2: server</extracomment>
        <translation>%1 | サーバー: %2 | 自己署名</translation>
    </message>
    <message>
        <source>%1 · on %2 · issued by %3</source>
        <extracomment>Line beneath a certificate&apos;s name. %1: subject, %2: server, %3: issuer</extracomment>
        <translation>%1 | サーバー: %2 | 発行者: %3</translation>
    </message>
    <message>
        <source>Its bindings to ports 443 and 444 are not known.</source>
        <translation>ポート 443 と 444 へのバインドは不明です。</translation>
    </message>
    <message>
        <source>Which certificate %1 uses for internal transport is not known.</source>
        <translation>%1 がどの証明書を内部トランスポートに使用しているかは不明です。</translation>
    </message>
    <message>
        <source>Whether it is the Auth certificate is not known.</source>
        <translation>Auth 証明書かどうかは不明です。</translation>
    </message>
    <message>
        <source>Whether a connector names it is not known.</source>
        <translation>この証明書を指定しているコネクタがあるかどうかは不明です。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>No use of it was found: no service, no role, no connector.</source>
        <translation>この証明書を使用しているサービス、役割、コネクタは見つかりませんでした。</translation>
    </message>
    <message>
        <source>If it expires or is removed</source>
        <translation>期限切れ・削除の影響</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <extracomment>%1: a role such as &quot;Internal transport certificate&quot;</extracomment>
        <translation>根拠: %1</translation>
    </message>
    <message>
        <source>Clients of these services warn or cannot connect.</source>
        <translation>これらのサービスを利用するクライアントで、警告が表示されるか、接続できなくなります。</translation>
    </message>
    <message>
        <source>Nothing that is known depends on it.</source>
        <translation>依存しているものは見つかっていません。</translation>
    </message>
    <message>
        <source>Not known. Find out what uses it before you remove it.</source>
        <translation>不明です。削除する前に、何に使用されているかを確認してください。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>%1: a role, %2: a server</comment>
        <extracomment>%1: a role, %2: the name of a connector or a site of IIS, %3: a server</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 | %2 | %3</translation>
    </message>
    <message>
        <source>No role was found in what was read.</source>
        <translation>読み取った範囲では、役割は見つかりませんでした。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>None: it is assigned to no service.</source>
        <translation>なし (サービスに割り当てられていません)</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The same certificate on the servers</source>
        <translation>同じ証明書があるサーバー</translation>
    </message>
    <message numerus="yes">
        <source>On %n servers</source>
        <translation>
            <numerusform>%n 台のサーバーにあります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing on %n servers</source>
        <translation>
            <numerusform>%n 台のサーバーにありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known for %n servers</source>
        <translation>
            <numerusform>%n 台のサーバーについては不明です</numerusform>
        </translation>
    </message>
    <message>
        <source>Generations with the same names</source>
        <translation>同じ名前の証明書 (新旧)</translation>
    </message>
    <message>
        <source>It is the only one on %1.</source>
        <translation>同じ名前の証明書は、%1 にはほかにありません。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <comment>%1: a thumbprint</comment>
        <translation>%1 (この証明書)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: &quot;2021-12-04 to 2026-12-04&quot;, %2: &quot;in 12 days&quot;
----------
%1: &quot;in 12 days&quot;, %2: a thumbprint</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n 件の証明書</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n servers</source>
        <translation>
            <numerusform>%n 台のサーバー上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those selected are no longer there.</source>
        <translation>
            <numerusform>選択した証明書のうち %n 件はなくなりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>If the certificate were gone</source>
        <translation>証明書がなくなった場合の影響</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what was looked at (&quot;Send connectors&quot;), %2: what was found, a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing would break.</source>
        <translation>影響を受けるものは見つかりませんでした。</translation>
    </message>
    <message>
        <source>Looked at and clear</source>
        <translation>確認済み (問題なし)</translation>
    </message>
</context>
<context>
    <name>CollectorText</name>
    <message>
        <source>Collects what Kakuin shows of the certificates of an Exchange organisation.
Reads only: every command that is sent to Exchange or to the directory is a Get- command.
Run it in the Exchange Management Shell of Exchange 2013 or later, on any server of the organisation.
Private keys and passwords are never read.</source>
        <translation>Exchange 組織の証明書について、Kakuin が表示する情報を収集します。
読み取りのみを行います。Exchange とディレクトリに送るコマンドは、すべて Get- で始まるコマンドです。
組織内の任意のサーバーで、Exchange 2013 以降の Exchange 管理シェルから実行してください。
秘密キーとパスワードは読み取りません。</translation>
    </message>
    <message>
        <source>The folder that is made.</source>
        <translation>出力先のフォルダー</translation>
    </message>
    <message>
        <source>Saves what a command answers; a command that fails is a warning, and the rest goes on.</source>
        <translation>コマンドの結果を保存します。コマンドが失敗した場合は警告を表示し、残りのコマンドを続行します。</translation>
    </message>
    <message>
        <source>The servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>The certificates of every server; Edge servers can only be asked on themselves</source>
        <translation>各サーバーの証明書 (エッジ サーバーの証明書は、そのサーバー上でのみ取得できます)</translation>
    </message>
    <message>
        <source>What refers to certificates</source>
        <translation>証明書を参照する設定</translation>
    </message>
    <message>
        <source>The internal transport certificates that only the directory knows (Client Access servers of 2013);
where the Active Directory module is not installed, this part is left out</source>
        <translation>ディレクトリにのみ記録されている内部トランスポート証明書 (Exchange 2013 のクライアント アクセス サーバー)
Active Directory モジュールがインストールされていない場合は省略します</translation>
    </message>
    <message>
        <source>When this was read, and what answered</source>
        <translation>読み取った日時と、応答したコマンド</translation>
    </message>
    <message>
        <source>Copy this folder (or a .zip of it) and open it in Kakuin.</source>
        <translation>このフォルダー (または .zip にしたもの) をコピーして、Kakuin で開いてください。</translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message>
        <source>running</source>
        <comment>state of a command</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of a command</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>done, with warnings</source>
        <comment>state of a command</comment>
        <translation>完了 (警告あり)</translation>
    </message>
    <message>
        <source>ended with errors</source>
        <comment>state of a command</comment>
        <translation>エラーで終了</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a command</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>state of a command</comment>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>form of a time, see QDateTime::toString</comment>
        <translation>H:mm:ss</translation>
    </message>
    <message>
        <source>The server asked:</source>
        <translation>サーバーからの確認:</translation>
    </message>
    <message>
        <source>The question is open.</source>
        <translation>回答を待っています。</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答: %1</translation>
    </message>
    <message>
        <source>Not answered: stopped here.</source>
        <translation>回答せずに中止しました。</translation>
    </message>
    <message>
        <source>Warning of the server:</source>
        <translation>サーバーからの警告:</translation>
    </message>
    <message>
        <source>Error of the server:</source>
        <translation>サーバーからのエラー:</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %2; %n objects returned.</source>
        <extracomment>%1: &quot;done&quot;, &quot;failed&quot; …, %2: a duration</extracomment>
        <translation>
            <numerusform>%1 (所要時間: %2、返されたオブジェクト: %n 個)</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands as they ran in Kakuin. Passwords are not in here: the script asks for them.
Read it before you run it: what changed the organisation would change it again.</source>
        <translation>Kakuin で実行したコマンドです。パスワードは含まれておらず、スクリプトの実行時に入力を求めます。
実行する前に内容を確認してください。組織を変更したコマンドは、もう一度変更を行います。</translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>Enter the name of the server, such as ex01.contoso.com.</source>
        <translation>サーバーの名前を入力してください (例: ex01.contoso.com)。</translation>
    </message>
    <message>
        <source>“%1” is no name of a server and no address. Enter a name such as ex01.contoso.com, or a whole address such as https://ex01.contoso.com/PowerShell/.</source>
        <translation>「%1」はサーバーの名前でもアドレスでもありません。ex01.contoso.com のような名前か、https://ex01.contoso.com/PowerShell/ のような完全な URL を入力してください。</translation>
    </message>
    <message>
        <source>“%1” begins with something else than http:// or https://. Enter the name of the server only, or an address that begins with one of these.</source>
        <translation>「%1」は http:// または https:// で始まっていません。サーバーの名前だけを入力するか、このどちらかで始まるアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The address holds a user or a password. Addresses are stored and shown, so enter both in their own fields.</source>
        <translation>アドレスにユーザーまたはパスワードが含まれています。アドレスは保存され、画面にも表示されます。ユーザーとパスワードはそれぞれの欄に入力してください。</translation>
    </message>
    <message>
        <source>With this way of signing in, everything would go over the network unprotected. Begin the address with https://, enter the name of the server only, or sign in with Kerberos.</source>
        <translation>このサインイン方法では、通信内容が保護されずにネットワーク上を流れます。https:// で始まるアドレスかサーバーの名前だけを入力するか、Kerberos でサインインしてください。</translation>
    </message>
    <message>
        <source>“%1” is no name of a computer. Enter one name, such as ex01.contoso.com, without blanks.</source>
        <translation>「%1」はコンピューターの名前ではありません。ex01.contoso.com のような名前を 1 つ、空白なしで入力してください。</translation>
    </message>
    <message>
        <source>The port in “%1” is no number from 1 to 65535.</source>
        <translation>「%1」のポート番号は、1 から 65535 までの数値で指定してください。</translation>
    </message>
    <message>
        <source>“%1” cannot be used as a user with ssh. Enter one name without blanks, such as admin or CONTOSO\admin.</source>
        <translation>「%1」は ssh のユーザー名として使用できません。admin や CONTOSO\admin のような名前を、空白なしで入力してください。</translation>
    </message>
    <message>
        <source>Enter the command that starts the program, such as pwsh -s -NoLogo -NoProfile.</source>
        <translation>プログラムを起動するコマンドを入力してください (例: pwsh -s -NoLogo -NoProfile)。</translation>
    </message>
    <message>
        <source>“%1” is no SHA-256 of a certificate. It has 64 digits, 0 to 9 and A to F: copy it whole, or leave the field empty.</source>
        <translation>「%1」は証明書の SHA-256 ではありません。SHA-256 は 0 から 9 と A から F の 64 桁です。全体をコピーするか、欄を空のままにしてください。</translation>
    </message>
    <message>
        <source>These are too many servers (%1). Enter at most %2; a few that are near are enough to share the reading.</source>
        <translation>サーバーの数が多すぎます (%1 台)。入力できるのは最大 %2 台です。読み取りを分担するには、近くのサーバー数台で十分です。</translation>
    </message>
    <message>
        <source>“%1” is no name of an LDAP server. Enter the name of a domain controller, such as dc01.contoso.com, or leave the field empty.</source>
        <translation>「%1」は LDAP サーバーの名前ではありません。dc01.contoso.com のようなドメイン コントローラーの名前を入力するか、欄を空のままにしてください。</translation>
    </message>
    <message>
        <source>Without Kerberos the password would go to %1 unprotected. Choose LDAPS or StartTLS for the LDAP server.</source>
        <translation>Kerberos を使用しない場合、パスワードが保護されずに %1 に送信されます。LDAP サーバーの保護方法として LDAPS または StartTLS を選択してください。</translation>
    </message>
    <message>
        <source>The LDAP server</source>
        <translation>LDAP サーバー</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on the LDAP port. Check that it is a domain controller, and the port: 636 for LDAPS, else 389.</source>
        <translation>%1 は見つかりましたが、LDAP のポートが接続を受け付けていません。ドメイン コントローラーであることと、ポート (LDAPS は 636、それ以外は 389) を確認してください。</translation>
    </message>
    <message>
        <source>%1 does not offer this way of signing in to its directory. Choose another protection for the LDAP server.</source>
        <translation>%1 のディレクトリでは、このサインイン方法を利用できません。LDAP サーバーの別の保護方法を選択してください。</translation>
    </message>
    <message>
        <source>“%1” contains control characters or invisible characters. Type it instead of pasting it.</source>
        <translation>「%1」に制御文字または見えない文字が含まれています。貼り付けずに入力してください。</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>These are the questions that Exchange will ask. With your agreement Kakuin answers each of them as recommended, if it is exactly the one that is listed here. Every other question comes to you.</source>
        <translation>Exchange が確認を求める質問の一覧です。同意すると、質問がここに示したものと完全に一致する場合に限り、Kakuin が推奨どおりに回答します。それ以外の質問は、そのつど表示されます。</translation>
    </message>
    <message>
        <source>Questions and their answers</source>
        <translation>質問と回答</translation>
    </message>
    <message>
        <source>Yes to a handover moves mail between servers to the new certificate. Your agreement is for this plan only, and it is recorded in the journal with the plan&apos;s hash.</source>
        <translation>引き継ぎに「はい」と回答すると、サーバー間のメールで新しい証明書が使用されるようになります。同意はこの計画にのみ有効で、計画のハッシュとともに履歴に記録されます。</translation>
    </message>
</context>
<context>
    <name>ConsoleText</name>
    <message>
        <source>%1 critical, %2 warnings, %3 notes, %4 not known</source>
        <extracomment>%1: how many are critical, %2: warnings, %3: notes, %4: what could not be looked at</extracomment>
        <translation>重大 %1、警告 %2、参考情報 %3、不明 %4</translation>
    </message>
    <message>
        <source>%1; services: %2; roles: %3</source>
        <extracomment>one line of a list; %1: remaining life, %2: services, %3: roles</extracomment>
        <translation>%1、サービス: %2、役割: %3</translation>
    </message>
    <message>
        <source>none</source>
        <comment>roles</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>none</source>
        <comment>services</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>services or roles</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>The %n entries of %1 are as they were written.</source>
        <extracomment>%1 is a path, %n a number of entries</extracomment>
        <translation>
            <numerusform>%1 の %n 件のエントリは、書き込まれたときのままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is not as it was written, in %n places.</source>
        <extracomment>%1 is a path, %n a number of places</extracomment>
        <translation>
            <numerusform>%1 の %n か所が、書き込まれたときの内容と異なります。</numerusform>
        </translation>
    </message>
    <message>
        <source>altered: %1</source>
        <extracomment>%1: an entry&apos;s number, or a table and a key</extracomment>
        <translation>変更: %1</translation>
    </message>
    <message>
        <source>Last hash: %1</source>
        <extracomment>%1 is a SHA-256</extracomment>
        <translation>最後のハッシュ: %1</translation>
    </message>
    <message>
        <source>%1, %2 ignored</source>
        <extracomment>%1: &quot;2 critical, 1 warnings, …&quot;, %2: how many findings are ignored</extracomment>
        <translation>%1、無視 %2</translation>
    </message>
    <message>
        <source>%1 (%2; until %3)</source>
        <extracomment>%1: &quot;Expired and in use: CN=… on …&quot;, %2: a person&apos;s reason, %3: a day</extracomment>
        <translation>%1 (%3 まで無視: %2)</translation>
    </message>
    <message>
        <source>%1 is counted again: it was to be ignored until %2</source>
        <extracomment>%1: a code with what it concerns, such as expiredInUse:ex01; %2: a day</extracomment>
        <translation>%1 を無視する期限 (%2) が過ぎたため、再び件数に含まれます</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>not a thumbprint</source>
        <translation>拇印ではありません</translation>
    </message>
    <message>
        <source>“%1” is not a thumbprint. A thumbprint has 40 digits, 0 to 9 and A to F: copy it whole.</source>
        <translation>「%1」は拇印ではありません。拇印は 0 から 9 と A から F の 40 桁です。全体をコピーしてください。</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>入力内容</translation>
    </message>
    <message>
        <source>value cannot be used</source>
        <translation>値を使用できません</translation>
    </message>
    <message>
        <source>%1 cannot be used here. Change it, then go on.</source>
        <translation>%1 はここでは使用できません。変更してから続行してください。</translation>
    </message>
    <message>
        <source>What was entered</source>
        <translation>入力した値</translation>
    </message>
    <message>
        <source>certificate cannot be read</source>
        <translation>証明書を読み取れません</translation>
    </message>
    <message>
        <source>A certificate of %1 cannot be read: its data is damaged or not a certificate. The others are shown; look at this one on the server itself.</source>
        <translation>%1 の証明書の 1 つを読み取れません。データが破損しているか、証明書のデータではありません。ほかの証明書は表示されます。この証明書はサーバー上で確認してください。</translation>
    </message>
    <message>
        <source>certificate without its bytes</source>
        <translation>証明書のデータがありません</translation>
    </message>
    <message>
        <source>A certificate of %1 was exported without RawData, so it cannot be shown. Export it again without Select-Object: Get-ExchangeCertificate -Server SERVER | Export-Clixml FILE.</source>
        <translation>%1 の証明書は RawData なしでエクスポートされているため、表示できません。Select-Object を使用せずに、もう一度エクスポートしてください (Get-ExchangeCertificate -Server サーバー名 | Export-Clixml ファイル名)。</translation>
    </message>
    <message>
        <source>this source</source>
        <translation>この読み取り元</translation>
    </message>
    <message>
        <source>no PEM certificate</source>
        <translation>PEM 形式の証明書がありません</translation>
    </message>
    <message>
        <source>There is no certificate in PEM form that can be read in %1. Choose a file that begins with “-----BEGIN CERTIFICATE-----”.</source>
        <translation>%1 には、読み取れる PEM 形式の証明書がありません。「-----BEGIN CERTIFICATE-----」で始まるファイルを選択してください。</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>このファイル</translation>
    </message>
    <message>
        <source>no key made</source>
        <translation>キーを作成できませんでした</translation>
    </message>
    <message>
        <source>A private key for %1 could not be made, so no certificate was created. Try again; if it happens again, restart Kakuin.</source>
        <translation>%1 の秘密キーを作成できなかったため、証明書は作成されませんでした。もう一度お試しください。繰り返し発生する場合は、Kakuin を再起動してください。</translation>
    </message>
    <message>
        <source>the new certificate</source>
        <translation>新しい証明書</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>署名できませんでした</translation>
    </message>
    <message>
        <source>The certificate for %1 could not be signed, so it was not created. Try again with another key length.</source>
        <translation>%1 の証明書に署名できなかったため、証明書は作成されませんでした。キーの長さを変えて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>this server</source>
        <translation>このサーバー</translation>
    </message>
    <message>
        <source>not a PFX file</source>
        <translation>PFX ファイルではありません</translation>
    </message>
    <message>
        <source>%1 is not a PFX file, or it is damaged. Export the certificate again with its private key.</source>
        <translation>%1 は PFX ファイルではないか、破損しています。秘密キーを含めて証明書をエクスポートし直してください。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>このファイル</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>パスワードが違います</translation>
    </message>
    <message>
        <source>The password does not open %1. Enter the one that was set when the file was exported.</source>
        <translation>指定したパスワードでは %1 を開けません。ファイルのエクスポート時に設定したパスワードを入力してください。</translation>
    </message>
    <message>
        <source>damaged export</source>
        <translation>エクスポートしたデータが破損しています</translation>
    </message>
    <message>
        <source>%1 is not a whole file of Export-Clixml: it is damaged or was cut off. Export it again; the other files are shown.</source>
        <translation>%1 は Export-Clixml の完全な出力ではありません。破損しているか、途中で切れています。エクスポートし直してください。ほかのファイルは表示されます。</translation>
    </message>
    <message>
        <source>export too large</source>
        <translation>エクスポートしたデータが大きすぎます</translation>
    </message>
    <message>
        <source>%1 is larger or more deeply nested than Kakuin reads. Export fewer objects into one file.</source>
        <translation>%1 は、Kakuin が読み取れる大きさまたは入れ子の深さを超えています。1 つのファイルにエクスポートするオブジェクトを減らしてください。</translation>
    </message>
    <message>
        <source>not from Export-Clixml</source>
        <translation>Export-Clixml の出力ではありません</translation>
    </message>
    <message>
        <source>%1 holds XML that Export-Clixml never writes, such as entities. It was not read. Export the data again on the server.</source>
        <translation>%1 には、エンティティなど、Export-Clixml が書き込むことのない XML が含まれているため、読み取りませんでした。サーバーでデータをエクスポートし直してください。</translation>
    </message>
    <message>
        <source>damaged certificate object</source>
        <translation>証明書オブジェクトが破損しています</translation>
    </message>
    <message>
        <source>The serialized part of a certificate of %1 is damaged, so its services are not known. Export it again.</source>
        <translation>%1 の証明書のシリアル化データが破損しているため、サービスは不明です。エクスポートし直してください。</translation>
    </message>
    <message>
        <source>certificate object too large</source>
        <translation>証明書オブジェクトが大きすぎます</translation>
    </message>
    <message>
        <source>The serialized part of a certificate of %1 is larger than Kakuin reads, so its services are not known. Look at them on the server itself.</source>
        <translation>%1 の証明書のシリアル化データが Kakuin で読み取れる大きさを超えているため、サービスは不明です。サーバー上で確認してください。</translation>
    </message>
    <message>
        <source>unknown certificate object</source>
        <translation>証明書オブジェクトの形式が不明です</translation>
    </message>
    <message>
        <source>A certificate of %1 is serialized in a form that Kakuin does not know, so its services are not known. Look at them on the server itself.</source>
        <translation>%1 の証明書は Kakuin が対応していない形式でシリアル化されているため、サービスは不明です。サーバー上で確認してください。</translation>
    </message>
    <message>
        <source>damaged certificate</source>
        <translation>証明書が破損しています</translation>
    </message>
    <message>
        <source>The stored form of a certificate of %1 is damaged, so its private key and its name are not known. Export it again.</source>
        <translation>%1 の証明書の保存データが破損しているため、秘密キーと名前は不明です。エクスポートし直してください。</translation>
    </message>
    <message>
        <source>certificate of no server</source>
        <translation>サーバーが不明な証明書です</translation>
    </message>
    <message>
        <source>%1 holds a certificate, and does not say on which server it is installed. The detail says what it is and which of the servers read have it. To see it as part of a server, export Get-ExchangeCertificate there.</source>
        <translation>%1 には証明書が含まれていますが、どのサーバーにインストールされているかは記録されていません。証明書の内容と、読み取ったサーバーのうちこの証明書を持つものは、詳細に表示されます。サーバーの証明書として表示するには、そのサーバーで Get-ExchangeCertificate の出力をエクスポートしてください。</translation>
    </message>
    <message>
        <source>read, but not yet tried</source>
        <translation>読み取りましたが、実際のファイルでは未確認です</translation>
    </message>
    <message>
        <source>%1 was written by HealthChecker. Kakuin reads it by the names in its public script and was not tried on a real file. Compare what is shown with the server, or export with the collector script.</source>
        <translation>%1 は HealthChecker が作成したファイルです。Kakuin は公開されているスクリプトのプロパティ名に基づいて読み取りますが、実際のファイルでの動作は確認されていません。表示された内容をサーバーと照合するか、収集スクリプトでエクスポートしてください。</translation>
    </message>
    <message>
        <source>nothing that Kakuin knows</source>
        <translation>表示できるデータがありません</translation>
    </message>
    <message>
        <source>%1 holds nothing that Kakuin can show. It reads what Get-ExchangeCertificate, Get-ExchangeServer, Get-AuthConfig, Get-TransportService and the connector cmdlets return, certificate files, and HealthChecker&apos;s XML files.</source>
        <translation>%1 には、Kakuin で表示できるものがありません。Get-ExchangeCertificate、Get-ExchangeServer、Get-AuthConfig、Get-TransportService、およびコネクタのコマンドレットの出力、証明書ファイル、HealthChecker の XML ファイルを読み取れます。</translation>
    </message>
    <message>
        <source>unknown encoding</source>
        <translation>文字コードに対応していません</translation>
    </message>
    <message>
        <source>%1 is written in an encoding that cannot be read. Export it again with -Encoding UTF8 or -Encoding Unicode.</source>
        <translation>%1 の文字コードには対応していません。-Encoding UTF8 または -Encoding Unicode を指定してエクスポートし直してください。</translation>
    </message>
    <message>
        <source>no exported data</source>
        <translation>エクスポートしたデータがありません</translation>
    </message>
    <message>
        <source>There is no exported data in %1. Choose the folder with the files that Export-Clixml wrote.</source>
        <translation>%1 には、エクスポートしたデータがありません。Export-Clixml で作成したファイルが含まれるフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>この場所</translation>
    </message>
    <message>
        <source>not exported</source>
        <translation>エクスポートされていません</translation>
    </message>
    <message>
        <source>The exported data does not hold %1. Run the cmdlet on the server, export its result and open it together with the rest.</source>
        <translation>エクスポートしたデータには %1 が含まれていません。サーバーでコマンドレットを実行し、結果をエクスポートして、ほかのファイルと一緒に開いてください。</translation>
    </message>
    <message>
        <source>this</source>
        <translation>この情報</translation>
    </message>
    <message>
        <source>exports differ</source>
        <translation>エクスポートしたデータの内容が一致しません</translation>
    </message>
    <message>
        <source>several organisations</source>
        <translation>複数の組織</translation>
    </message>
    <message>
        <source>The exported files come from more than one organisation (%1). Open the files of one organisation at a time.</source>
        <translation>エクスポートしたファイルが複数の組織のものです (%1)。1 つの組織のファイルだけを開いてください。</translation>
    </message>
    <message>
        <source>their names are not known</source>
        <translation>組織名は不明</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1 is not there. It may have been moved or deleted; choose it again.</source>
        <translation>%1 が見つかりません。移動または削除された可能性があります。もう一度選択してください。</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み取れません</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that you have the right to read it.</source>
        <translation>%1 を読み取れません。読み取りのアクセス許可があることを確認してください。</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>書き込めません</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder, or check that you have the right to write there.</source>
        <translation>%1 に書き込めません。別のフォルダーを選択するか、書き込みのアクセス許可があることを確認してください。</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>ディスクの空き容量不足</translation>
    </message>
    <message>
        <source>The disk is full, so %1 was not written. Free some space, then try again; what was there before is unchanged.</source>
        <translation>ディスクに空きがないため、%1 を書き込めませんでした。空き容量を増やしてから、もう一度お試しください。以前の内容は変更されていません。</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損しています</translation>
    </message>
    <message>
        <source>%1 is damaged and was left as it is. Restore it from a backup, or start with a new one: the old file is kept beside it.</source>
        <translation>%1 は破損しているため、変更せずに残しています。バックアップから復元するか、新しいデータで開始してください。元のファイルは同じ場所に残ります。</translation>
    </message>
    <message>
        <source>The data file</source>
        <translation>データ ファイル</translation>
    </message>
    <message>
        <source>belongs to another program</source>
        <translation>別のプログラムのファイル</translation>
    </message>
    <message>
        <source>%1 was written by another program and was left as it is. Choose another file, or move this one away.</source>
        <translation>%1 は別のプログラムが作成したファイルのため、変更せずに残しています。別のファイルを選択するか、このファイルを別の場所に移動してください。</translation>
    </message>
    <message>
        <source>made by a newer Kakuin</source>
        <translation>新しいバージョンの Kakuin で作成</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Kakuin and was left as it is. Open it with that version.</source>
        <translation>%1 は新しいバージョンの Kakuin で作成されたため、変更せずに残しています。そのバージョンで開いてください。</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>%1 is in use by another window of Kakuin. Go on there, or close it first.</source>
        <translation>%1 は Kakuin の別のウィンドウで使用中です。そちらで操作を続けるか、そのウィンドウを閉じてください。</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>保存できません</translation>
    </message>
    <message>
        <source>%1 could not be stored. Check the disk and the rights on the folder, then try again.</source>
        <translation>%1 を保存できませんでした。ディスクとフォルダーのアクセス許可を確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>the command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>cmdlet not available</source>
        <translation>コマンドレットを使用できません</translation>
    </message>
    <message>
        <source>%1 is not available to this account. Exchange offers only the cmdlets that the account&apos;s management roles allow; ask for the role, or use another account.</source>
        <translation>%1 はこのアカウントでは使用できません。Exchange では、アカウントの管理役割で許可されたコマンドレットだけを使用できます。役割の割り当てを依頼するか、別のアカウントを使用してください。</translation>
    </message>
    <message>
        <source>The cmdlet</source>
        <translation>コマンドレット</translation>
    </message>
    <message>
        <source>parameter not available</source>
        <translation>パラメーターを使用できません</translation>
    </message>
    <message>
        <source>The parameter %1 cannot be used here: this version of Exchange or the account&apos;s management roles do not offer it.</source>
        <translation>パラメーター %1 はここでは使用できません。この Exchange のバージョン、またはアカウントの管理役割では提供されていません。</translation>
    </message>
    <message>
        <source>of this command</source>
        <translation>(名前は不明)</translation>
    </message>
    <message>
        <source>parameters do not fit together</source>
        <translation>パラメーターの組み合わせが無効です</translation>
    </message>
    <message>
        <source>The parameters of %1 cannot be used together, so nothing ran. Copy the command from the log and report it.</source>
        <translation>%1 のパラメーターは組み合わせて使用できないため、何も実行されませんでした。ログからコマンドをコピーして報告してください。</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>接続できません</translation>
    </message>
    <message>
        <source>Nothing is known about the certificates of %1, because it does not answer. Check that it is running and can be reached, then refresh.</source>
        <translation>%1 が応答しないため、証明書の状態は不明です。起動していることと、接続できることを確認してから、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>no such server</source>
        <translation>サーバーがありません</translation>
    </message>
    <message>
        <source>The organisation has no server named %1. It may have been removed; refresh to see the servers there are.</source>
        <translation>組織に %1 という名前のサーバーはありません。削除された可能性があります。最新の情報に更新して、現在のサーバーを確認してください。</translation>
    </message>
    <message>
        <source>like that</source>
        <translation>(不明)</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>接続が切断されました</translation>
    </message>
    <message>
        <source>The connection to %1 broke off in the middle. What the command had done by then stays done: refresh and look before you repeat it.</source>
        <translation>%1 との接続が途中で切断されました。それまでに実行された変更は残ります。もう一度実行する前に、最新の情報に更新して状態を確認してください。</translation>
    </message>
    <message>
        <source>question not answered</source>
        <translation>確認に回答していません</translation>
    </message>
    <message>
        <source>%1 asked a question and nobody was there to answer it, so the command ended. Run it again and stay with it.</source>
        <translation>%1 から確認が求められましたが、回答がなかったため、コマンドは終了しました。もう一度実行し、確認に回答してください。</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>stopped at a question</source>
        <translation>確認で中止</translation>
    </message>
    <message>
        <source>You stopped when %1 asked. What the command had done before the question stays done: refresh to see it.</source>
        <translation>%1 からの確認で中止しました。それまでに実行された変更は残ります。最新の情報に更新して確認してください。</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>応答を解釈できません</translation>
    </message>
    <message>
        <source>The answer of %1 is not in the form that Exchange documents, so Kakuin does not rely on it. The command log has what arrived.</source>
        <translation>%1 の応答の形式が Exchange のドキュメントと異なるため、使用しませんでした。届いた内容はコマンド ログで確認できます。</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>大きすぎる応答</translation>
    </message>
    <message>
        <source>%1 sent more than Kakuin accepts from a server, so Kakuin stopped reading. Nothing of this answer is used. Exchange does not send that much: find out what answers at this address before you connect again.</source>
        <translation>%1 から、Kakuin が受け入れる上限を超えるデータが届いたため、読み取りを中止しました。この応答の内容は使用しません。Exchange がこれほど大量のデータを送ることはありません。もう一度接続する前に、このアドレスで何が応答しているかを確認してください。</translation>
    </message>
    <message>
        <source>two questions at once</source>
        <translation>確認の重複</translation>
    </message>
    <message>
        <source>%1 asked a second question before the first was answered. Exchange does not do that, so Kakuin answered neither and ended the session. Find out what answers at this address before you connect again.</source>
        <translation>%1 から、最初の確認に回答する前に 2 つ目の確認が届きました。Exchange がそのような動作をすることはないため、どちらにも回答せずにセッションを終了しました。もう一度接続する前に、このアドレスで何が応答しているかを確認してください。</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>サーバーに拒否されました</translation>
    </message>
    <message>
        <source>%1 refused the command. Its own words say why.</source>
        <translation>%1 がコマンドを拒否しました。理由については、サーバーのメッセージを確認してください。</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The work on %1 was cancelled before it ended. What was done by then stays done.</source>
        <translation>%1 の処理は、完了する前にキャンセルされました。それまでに実行された変更は残ります。</translation>
    </message>
    <message>
        <source>not as expected afterwards</source>
        <translation>想定と異なる結果</translation>
    </message>
    <message>
        <source>The command ran, but %1 is not in the state that was to follow. Nothing more was changed; look at it before you go on.</source>
        <translation>コマンドは実行されましたが、%1 は想定した状態になっていません。これ以上の変更は行っていません。状態を確認してから続行してください。</translation>
    </message>
    <message>
        <source>earlier result missing</source>
        <translation>前の手順の結果がありません</translation>
    </message>
    <message>
        <source>%1 needs the result of an earlier step, which returned none. Nothing was sent; start again from the present state.</source>
        <translation>%1 には前の手順の結果が必要ですが、結果が返されませんでした。何も送信していません。現在の状態からやり直してください。</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>途中で変更されました</translation>
    </message>
    <message>
        <source>%1 has changed since the steps were planned, so nothing was sent. Refresh and plan again.</source>
        <translation>手順を計画した後に %1 が変更されたため、何も送信していません。最新の情報に更新して、計画し直してください。</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>%1 has not been read, so nothing is known about it. Refresh to read it.</source>
        <translation>%1 はまだ読み取っていないため、状態は不明です。最新の情報に更新して読み取ってください。</translation>
    </message>
    <message>
        <source>This part</source>
        <translation>この部分</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>%1 is being read for the first time. What it contains is shown as soon as it has answered.</source>
        <translation>%1 を初めて読み取っています。応答があり次第、内容を表示します。</translation>
    </message>
    <message>
        <source>not read since it was opened</source>
        <translation>開いてから未取得</translation>
    </message>
    <message>
        <source>%1 has not been read since the organisation was opened, so what is shown may have changed, and nothing can be changed that depends on it. Wait until it has been read, or refresh.</source>
        <translation>%1 は、組織を開いてからまだ読み取られていません。表示されている内容は既に変わっている可能性があるため、これに基づく変更はできません。読み取りが終わるまで待つか、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>fault in Kakuin</source>
        <translation>Kakuin の内部エラー</translation>
    </message>
    <message>
        <source>Kakuin made a mistake at %1 and stopped there. Copy the details and report them.</source>
        <translation>Kakuin の内部で問題が発生したため、%1 で中止しました。詳細をコピーして報告してください。</translation>
    </message>
    <message>
        <source>this point</source>
        <translation>この箇所</translation>
    </message>
    <message>
        <source>Nothing is known about the certificates of %1: its RPC server cannot be reached. Check that it is running and that no firewall stands between, then refresh.</source>
        <translation>%1 の RPC サーバーに接続できないため、証明書の状態は不明です。サーバーが起動していることと、途中でファイアウォールに遮断されていないことを確認してから、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>Nothing is known about the certificates of %1: its service “Microsoft Exchange Service Host” does not answer. Start the service there, then refresh.</source>
        <translation>%1 の「Microsoft Exchange Service Host」サービスが応答しないため、証明書の状態は不明です。サーバーでこのサービスを開始してから、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>Nothing is known about the certificates of %1: it denied access to this account. Use an account that may administer the server, then refresh.</source>
        <translation>%1 がこのアカウントのアクセスを拒否したため、証明書の状態は不明です。サーバーを管理できるアカウントを使用して、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>サーバーのメッセージ: %1</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <translation>詳細: %1</translation>
    </message>
    <message>
        <source>not reachable: RPC server unavailable</source>
        <translation>接続できません: RPC サーバーを利用できません</translation>
    </message>
    <message>
        <source>not reachable: Exchange Service Host does not answer</source>
        <translation>接続できません: Exchange Service Host が応答しません</translation>
    </message>
    <message>
        <source>not readable: access denied</source>
        <translation>読み取れません: アクセスが拒否されました</translation>
    </message>
    <message>
        <source>%1 and another exported file differ in the same objects. The newer of the two is shown. Open only one of them.</source>
        <translation>%1 と、エクスポートされた別のファイルに含まれる同じオブジェクトの内容が異なります。新しいほうのファイルの内容を表示しています。どちらか一方だけを開いてください。</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>あるファイル</translation>
    </message>
    <message>
        <source>internal transport certificate</source>
        <translation>内部トランスポート証明書です</translation>
    </message>
    <message>
        <source>%1 uses the certificate for internal transport and did not remove it. Make another certificate the internal transport certificate first; the check before the removal offers that.</source>
        <translation>%1 はこの証明書を内部トランスポートに使用しているため、削除しませんでした。先に別の証明書を内部トランスポート証明書にしてください。削除前の確認で選択できます。</translation>
    </message>
    <message>
        <source>named by Send connectors</source>
        <translation>送信コネクタで指定されています</translation>
    </message>
    <message>
        <source>Send connectors name the certificate, so %1 did not remove it. Clear the certificate&apos;s name at these connectors, remove it on every source server, then set the name again; mail through them waits in between.</source>
        <translation>送信コネクタでこの証明書が指定されているため、%1 は削除しませんでした。コネクタの証明書名をクリアし、すべての送信元サーバーで証明書を削除してから、証明書名を設定し直してください。その間、このコネクタを経由するメールはキューに保持されます。</translation>
    </message>
    <message>
        <source>certificate not there</source>
        <translation>証明書がありません</translation>
    </message>
    <message>
        <source>The certificate is not on %1 any more. Refresh to see which certificates it has.</source>
        <translation>この証明書は %1 に存在しません。最新の情報に更新して、現在の証明書を確認してください。</translation>
    </message>
    <message>
        <source>certificate not usable</source>
        <translation>使用できない証明書です</translation>
    </message>
    <message>
        <source>%1 has the certificate, but cannot use it: usually its private key is missing. Import it again with its key, or choose another one.</source>
        <translation>証明書は %1 にありますが、使用できません。多くの場合、秘密キーがないことが原因です。秘密キーを含めてインポートし直すか、別の証明書を選択してください。</translation>
    </message>
    <message>
        <source>key not exportable</source>
        <translation>キーをエクスポートできません</translation>
    </message>
    <message>
        <source>%1 cannot export the private key: it was made so that it stays on the server. Nothing was written.</source>
        <translation>%1 は秘密キーをエクスポートできません。エクスポートできないキーとして作成されています。ファイルには何も書き込まれていません。</translation>
    </message>
    <message>
        <source>export of the Auth certificate refused</source>
        <translation>Auth 証明書のエクスポートが拒否されました</translation>
    </message>
    <message>
        <source>%1 did not export the Auth certificate: servers with the October 2025 security update or a later one refuse it. Nothing was written. Exchange distributes it by itself, usually within a day. Where it does not arrive, export it with Windows on a server that has it (certlm.msc or Export-PfxCertificate), if its key can be exported, and import that file on the servers that lack it.</source>
        <translation>%1 は Auth 証明書をエクスポートしませんでした。2025 年 10 月以降のセキュリティ更新プログラムを適用したサーバーでは、エクスポートが拒否されます。何も書き込まれていません。証明書は Exchange によって自動的に配布され、通常は 1 日以内に届きます。届かないサーバーがある場合は、キーがエクスポート可能であれば、証明書があるサーバーで Windows の機能 (certlm.msc または Export-PfxCertificate) を使用してエクスポートし、そのファイルを証明書がないサーバーにインポートしてください。</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>インポートできません</translation>
    </message>
    <message>
        <source>%1 could not import the file: it is damaged, or the password is another one. Nothing was changed.</source>
        <translation>%1 はファイルをインポートできませんでした。ファイルが破損しているか、パスワードが違います。何も変更されていません。</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>既に存在します</translation>
    </message>
    <message>
        <source>%1 has this certificate already, so nothing was imported.</source>
        <translation>この証明書は既に %1 にあるため、何もインポートされませんでした。</translation>
    </message>
    <message>
        <source>date not valid</source>
        <translation>有効開始日が無効です</translation>
    </message>
    <message>
        <source>The effective date had passed by the time that it reached %1. Nothing was changed; choose a later date.</source>
        <translation>コマンドが %1 に届いた時点で、有効開始日を過ぎていました。何も変更されていません。より後の日時を選択してください。</translation>
    </message>
    <message>
        <source>no such connection</source>
        <translation>接続がありません</translation>
    </message>
    <message>
        <source>No connection named %1 is stored. Give the name as the list of connections shows it, or say what to open.</source>
        <translation>%1 という名前の接続は保存されていません。接続の一覧に表示される名前を指定するか、開くデータを指定してください。</translation>
    </message>
    <message>
        <source>damaged archive</source>
        <translation>破損したアーカイブ</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged. What could be read of it is shown; copy it again to see the rest.</source>
        <translation>%1 は途中で切れているか、破損しています。読み取れた部分を表示しています。残りを表示するには、もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>unsafe archive entry</source>
        <translation>アーカイブに安全でない項目があります</translation>
    </message>
    <message>
        <source>%1 was left out: a link, an archive inside the archive, a path that leads out of it, or a second entry of one name. Make the archive again from the exported files.</source>
        <translation>%1 は読み込みませんでした。リンク、アーカイブ内のアーカイブ、アーカイブの外を指すパス、または名前が重複する項目であるためです。エクスポートしたファイルからアーカイブを作り直してください。</translation>
    </message>
    <message>
        <source>An entry of the archive</source>
        <translation>アーカイブ内の項目</translation>
    </message>
    <message>
        <source>encrypted archive entry</source>
        <translation>アーカイブに暗号化された項目があります</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Unpack the archive and open the folder.</source>
        <translation>%1 はパスワードで保護されています。アーカイブを展開してから、フォルダーを開いてください。</translation>
    </message>
    <message>
        <source>archive too large</source>
        <translation>アーカイブが大きすぎます</translation>
    </message>
    <message>
        <source>%1 holds more than exported data ever does; the rest was not read. Open only the exported files.</source>
        <translation>%1 に含まれるデータの量が、エクスポートしたデータの上限を超えているため、残りは読み取りませんでした。エクスポートしたファイルだけを開いてください。</translation>
    </message>
    <message>
        <source>name not known</source>
        <translation>名前が見つかりません</translation>
    </message>
    <message>
        <source>The name %1 is not known to the network. Check how it is written, and that this computer asks the name server of the organisation.</source>
        <translation>ネットワークで %1 という名前が見つかりません。名前のつづりと、このコンピューターが組織の DNS サーバーを参照していることを確認してください。</translation>
    </message>
    <message>
        <source>of the server</source>
        <translation>(名前は不明)</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>接続が拒否されました</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on this port. Check the address and the port, and that the web server (IIS) of Exchange is running.</source>
        <translation>%1 には接続できましたが、このポートは接続を受け付けていません。アドレスとポート、および Exchange の Web サーバー (IIS) が動作していることを確認してください。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check that it is running, and that no firewall is in between.</source>
        <translation>%1 が時間内に応答しませんでした。動作していることと、途中でファイアウォールに遮断されていないことを確認してください。</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>安全な接続を確立できません</translation>
    </message>
    <message>
        <source>%1 and Kakuin could not agree on a secure connection. Kakuin needs TLS 1.2 or later; check that this port speaks TLS, and which versions the server has switched on.</source>
        <translation>%1 と安全な接続を確立できませんでした。Kakuin には TLS 1.2 以降が必要です。このポートが TLS に対応していることと、サーバーで有効なバージョンを確認してください。</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>証明書が信頼されていません</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate that %1 shows. Name the file of the authority that issued it, or, if you have compared its SHA-256 fingerprint on the server itself, pin it for this connection.</source>
        <translation>%1 が提示する証明書を、このコンピューターは信頼していません。発行した証明機関のファイルを指定するか、サーバー上で SHA-256 フィンガープリントを照合したうえで、この接続にピン留めしてください。</translation>
    </message>
    <message>
        <source>certificate for another name</source>
        <translation>別の名前の証明書です</translation>
    </message>
    <message>
        <source>The certificate that %1 shows is for another name. Connect by a name that is in the certificate.</source>
        <translation>%1 が提示する証明書は、別の名前のものです。証明書に含まれている名前で接続してください。</translation>
    </message>
    <message>
        <source>not the pinned certificate</source>
        <translation>ピン留めした証明書ではありません</translation>
    </message>
    <message>
        <source>%1 does not show the certificate that is pinned for this connection. If it was renewed, compare the new one on the server itself and pin that; if not, somebody may be in between: do not go on.</source>
        <translation>%1 が提示した証明書は、この接続にピン留めした証明書と異なります。更新した場合は、サーバー上で新しい証明書を照合してピン留めし直してください。更新していない場合は、第三者が通信に介入しているおそれがあるため、続行しないでください。</translation>
    </message>
    <message>
        <source>certificate for signing in unusable</source>
        <translation>サインイン用の証明書を使用できません</translation>
    </message>
    <message>
        <source>The certificate with which to sign in to %1 cannot be used. Choose a PEM file that holds the certificate together with its private key.</source>
        <translation>%1 へのサインインに使用する証明書を読み込めません。証明書と秘密キーの両方を含む PEM ファイルを選択してください。</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>サインインが拒否されました</translation>
    </message>
    <message>
        <source>%1 does not accept this user name and password. Check both; an account that is locked or must change its password is refused in the same way.</source>
        <translation>%1 がこのユーザー名とパスワードを受け付けません。両方を確認してください。ロックされたアカウントや、パスワードの変更が必要なアカウントも同じように拒否されます。</translation>
    </message>
    <message>
        <source>way of signing in not offered</source>
        <translation>このサインイン方法は使用できません</translation>
    </message>
    <message>
        <source>%1 does not offer this way of signing in. Choose another; Exchange offers Kerberos by default, and Basic only where an administrator has switched it on.</source>
        <translation>%1 では、このサインイン方法を使用できません。別の方法を選択してください。Exchange の既定は Kerberos で、基本認証は管理者が有効にした場合にのみ使用できます。</translation>
    </message>
    <message>
        <source>user not known</source>
        <translation>ユーザーが見つかりません</translation>
    </message>
    <message>
        <source>The domain knows no user %1. Write the name as user@DOMAIN.</source>
        <translation>ドメインにユーザー %1 が見つかりません。user@DOMAIN の形式で入力してください。</translation>
    </message>
    <message>
        <source>of this name</source>
        <translation>(名前なし)</translation>
    </message>
    <message>
        <source>The domain does not accept the password of %1. Enter it again; too many attempts may lock the account.</source>
        <translation>ドメインが %1 のパスワードを受け付けません。もう一度入力してください。何度も失敗すると、アカウントがロックされることがあります。</translation>
    </message>
    <message>
        <source>this user</source>
        <translation>このユーザー</translation>
    </message>
    <message>
        <source>no Kerberos ticket</source>
        <translation>Kerberos チケットがありません</translation>
    </message>
    <message>
        <source>There is no Kerberos ticket to sign in to %1 with. Get one with kinit, or enter a user name and a password.</source>
        <translation>%1 にサインインするための Kerberos チケットがありません。kinit で取得するか、ユーザー名とパスワードを入力してください。</translation>
    </message>
    <message>
        <source>Kerberos ticket expired</source>
        <translation>Kerberos チケットの有効期限が切れています</translation>
    </message>
    <message>
        <source>The Kerberos ticket with which to sign in to %1 has expired. Renew it with kinit, or enter a user name and a password.</source>
        <translation>%1 へのサインインに使用する Kerberos チケットの有効期限が切れています。kinit で更新するか、ユーザー名とパスワードを入力してください。</translation>
    </message>
    <message>
        <source>clocks differ</source>
        <translation>時刻がずれています</translation>
    </message>
    <message>
        <source>The clocks of this computer and of %1 differ by more than Kerberos allows, usually five minutes. Set the time, then try again.</source>
        <translation>このコンピューターと %1 の時刻の差が、Kerberos の許容範囲 (通常は 5 分) を超えています。時刻を合わせてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>the domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>service not known to the domain</source>
        <translation>ドメインにサービスがありません</translation>
    </message>
    <message>
        <source>The domain knows no service HTTP on %1. Connect by the full name of the server, not by an address or the name of a load balancer.</source>
        <translation>ドメインに %1 の HTTP サービスが登録されていません。IP アドレスやロード バランサーの名前ではなく、サーバーの完全修飾ドメイン名で接続してください。</translation>
    </message>
    <message>
        <source>domain not reachable</source>
        <translation>ドメインに接続できません</translation>
    </message>
    <message>
        <source>No domain controller answers for %1, so nobody can sign in by Kerberos. Check the domain&apos;s name and that its controllers can be reached from this computer.</source>
        <translation>%1 のドメイン コントローラーが応答しないため、Kerberos でサインインできません。ドメイン名と、このコンピューターからドメイン コントローラーに接続できることを確認してください。</translation>
    </message>
    <message>
        <source>this domain</source>
        <translation>このドメイン</translation>
    </message>
    <message>
        <source>answer not protected</source>
        <translation>応答が保護されていません</translation>
    </message>
    <message>
        <source>An answer of %1 was not encrypted as this connection demands, or was changed on its way. Kakuin did not read it and has ended the connection.</source>
        <translation>%1 からの応答が、この接続に必要な方法で暗号化されていないか、途中で変更されています。Kakuin は応答を読み取らず、接続を終了しました。</translation>
    </message>
    <message>
        <source>no PowerShell at this address</source>
        <translation>このアドレスに PowerShell がありません</translation>
    </message>
    <message>
        <source>%1 has no PowerShell at this address. For Exchange it ends in /PowerShell/.</source>
        <translation>%1 のこのアドレスに PowerShell がありません。Exchange の場合、アドレスの末尾は /PowerShell/ です。</translation>
    </message>
    <message>
        <source>not Exchange</source>
        <translation>Exchange ではありません</translation>
    </message>
    <message>
        <source>What answers at %1 is not Exchange&apos;s PowerShell: it has none of the cmdlets of Exchange. Check the address, or connect to a server that runs Exchange.</source>
        <translation>%1 で応答したのは Exchange の PowerShell ではなく、Exchange のコマンドレットがありません。アドレスを確認するか、Exchange が動作しているサーバーに接続してください。</translation>
    </message>
    <message>
        <source>this address</source>
        <translation>このアドレス</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>別のアドレスにリダイレクトされました</translation>
    </message>
    <message>
        <source>%1 sends to another address. Kakuin does not follow such a hint with your sign-in; if you trust the address, connect to it yourself.</source>
        <translation>%1 が別のアドレスへのリダイレクトを要求しています。サインイン情報を保護するため、Kakuin はリダイレクトに従いません。そのアドレスを信頼できる場合は、直接接続してください。</translation>
    </message>
    <message>
        <source>service not available</source>
        <translation>サービスを利用できません</translation>
    </message>
    <message>
        <source>The web server of %1 answers, but not its PowerShell. It may be starting, stopped or overloaded; wait a minute, then try again.</source>
        <translation>%1 の Web サーバーは応答しますが、PowerShell が応答しません。起動中、停止中、または過負荷の可能性があります。1 分ほど待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>no rights</source>
        <translation>権限がありません</translation>
    </message>
    <message>
        <source>This account may not use Exchange&apos;s PowerShell on %1. It needs a management role (for certificates: Organization Management, or Server Management), and remote PowerShell switched on.</source>
        <translation>このアカウントには、%1 の Exchange PowerShell を使用する権限がありません。管理役割 (証明書の場合は Organization Management または Server Management) の割り当てと、リモート PowerShell の有効化が必要です。</translation>
    </message>
    <message>
        <source>too many sessions</source>
        <translation>セッション数が上限に達しています</translation>
    </message>
    <message>
        <source>%1 refuses another session, because this account has as many as Exchange allows. Close other consoles, wait a minute, then try again.</source>
        <translation>このアカウントのセッション数が Exchange の上限に達しているため、%1 が新しいセッションを拒否しました。ほかのコンソールを閉じて 1 分ほど待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>キーチェーンがありません</translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used now, so the password of %1 is not kept. It is asked for again at the next start.</source>
        <translation>このコンピューターで使用できるキーチェーンがないため、%1 のパスワードは保存されません。次回の起動時にもう一度入力してください。</translation>
    </message>
    <message>
        <source>this connection</source>
        <translation>この接続</translation>
    </message>
    <message>
        <source>keychain refused</source>
        <translation>キーチェーンに拒否されました</translation>
    </message>
    <message>
        <source>The keychain did not give or take the password of %1: it is locked, or the request was refused. Unlock it, or enter the password.</source>
        <translation>%1 のパスワードをキーチェーンで読み書きできません。ロックされているか、要求が拒否されました。ロックを解除するか、パスワードを入力してください。</translation>
    </message>
    <message>
        <source>not Active Directory</source>
        <translation>Active Directory ではありません</translation>
    </message>
    <message>
        <source>What answers at %1 is a directory, but not that of an Active Directory forest. Give the name of a domain controller of the forest that Exchange is in.</source>
        <translation>%1 で応答したのはディレクトリですが、Active Directory フォレストのものではありません。Exchange が属するフォレストのドメイン コントローラーの名前を指定してください。</translation>
    </message>
    <message>
        <source>directory does not search</source>
        <translation>ディレクトリが検索を実行しません</translation>
    </message>
    <message>
        <source>The directory %1 answers, but does not carry out the search. It may be busy or starting, or limit what one account may ask; wait a minute and refresh, or give another domain controller.</source>
        <translation>ディレクトリ %1 は応答しましたが、検索を実行しません。混み合っている、起動中である、または 1 つのアカウントが行える検索を制限している可能性があります。1 分ほど待ってから最新の情報に更新するか、別のドメイン コントローラーを指定してください。</translation>
    </message>
    <message>
        <source>service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>no rights in the directory</source>
        <translation>ディレクトリの権限がありません</translation>
    </message>
    <message>
        <source>This account may not read the configuration of Exchange in the directory %1. Sign in to the directory with an account that may; any that administers Exchange can.</source>
        <translation>このアカウントには、ディレクトリ %1 で Exchange の構成を読み取る権限がありません。権限のあるアカウントでディレクトリにサインインしてください。Exchange を管理しているアカウントであれば読み取れます。</translation>
    </message>
    <message>
        <source>not shown by the directory</source>
        <translation>ディレクトリに表示されません</translation>
    </message>
    <message>
        <source>The directory has an entry for %1, but shows no certificate for internal transport in it: none is set, or this account may not read it. Which certificate this server uses is therefore not known.</source>
        <translation>ディレクトリに %1 のエントリはありますが、内部トランスポート証明書の情報がありません。設定されていないか、このアカウントに読み取る権限がありません。そのため、このサーバーが使用している証明書は不明です。</translation>
    </message>
    <message>
        <source>program cannot be started</source>
        <translation>プログラムを起動できません</translation>
    </message>
    <message>
        <source>%1 cannot be started: it is not installed on this computer, is not in the search path, or must not be run. Install it, or enter its whole path under “Another program”.</source>
        <translation>%1 を起動できません。このコンピューターにインストールされていないか、検索パスにないか、実行が許可されていません。インストールするか、「その他のプログラム」に完全パスを入力してください。</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>open in another window</source>
        <translation>別のウィンドウで開いています</translation>
    </message>
    <message>
        <source>%1 is open in another window of Kakuin, so this one only reads. Go on there, or close it and refresh here.</source>
        <translation>%1 は Kakuin の別のウィンドウで開かれているため、このウィンドウでは読み取りのみ行えます。そのウィンドウで続けるか、閉じてからここで最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>no journal</source>
        <translation>履歴なし</translation>
    </message>
    <message>
        <source>What would be done to %1 could not be recorded, so nothing is changed. Make the journal readable again, then connect once more.</source>
        <translation>%1 に対する操作を履歴に記録できないため、変更は行いません。履歴ファイルを読み取れるようにしてから、もう一度接続してください。</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>使用できない名前</translation>
    </message>
    <message>
        <source>An object from %1 was left out: a name in it contains control characters or invisible characters. Such a name can look like another one, so Kakuin does not use it. Check the object on the server or in the exported file.</source>
        <translation>%1 から受け取ったオブジェクトの名前に制御文字または見えない文字が含まれているため、このオブジェクトは除外されました。別の名前と見分けがつかないおそれがあるため、使用されません。サーバーまたはエクスポートしたファイルで、このオブジェクトを確認してください。</translation>
    </message>
    <message>
        <source>%1 did not run: exported data, and a connection that is marked as read-only, can only be read. Save the steps as a script, or connect without that mark.</source>
        <translation>%1 は実行されませんでした。エクスポートしたデータと、読み取り専用に設定した接続では、読み取りだけを行えます。手順をスクリプトとして保存するか、読み取り専用の設定を解除して接続してください。</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>the organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation>確認できませんでした</translation>
    </message>
    <message>
        <source>The command ran, but the answer of %1 does not tell whether it had its effect. Read the server again and compare before you go on.</source>
        <translation>コマンドは実行されましたが、%1 の応答からは反映されたかどうかを確認できません。サーバーを最新の情報に更新し、結果を確かめてから続行してください。</translation>
    </message>
    <message>
        <source>web site without certificate</source>
        <translation>証明書のない Web サイト</translation>
    </message>
    <message>
        <source>After the command, a web site of %1 has no certificate any more. Nothing else was sent. Bind a certificate to it before you do anything else: without it, clients or the front end cannot connect.</source>
        <translation>コマンドの実行後、%1 の Web サイトに証明書がバインドされていません。ほかのコマンドは送信していません。証明書がないと、クライアントまたはフロント エンドから接続できません。ほかの作業をする前に、証明書をバインドしてください。</translation>
    </message>
    <message>
        <source>web site has another certificate</source>
        <translation>Web サイトの証明書が変わりました</translation>
    </message>
    <message>
        <source>After the command, a web site of %1 has another certificate, although it was to keep its own. Nothing else was sent. Check which certificate the web site needs before you go on.</source>
        <translation>コマンドの実行後、%1 の Web サイトの証明書が、変更する予定がなかったにもかかわらず別の証明書に変わりました。ほかのコマンドは送信していません。続行する前に、Web サイトに必要な証明書を確認してください。</translation>
    </message>
    <message>
        <source>web sites could not be checked</source>
        <translation>Web サイトを確認できませんでした</translation>
    </message>
    <message>
        <source>The command ran, but the certificates of %1 could not be read afterwards, so it is not known whether its web sites still have theirs. Read the server again through another server, or check ports 443 and 444 in IIS Manager there, before you go on.</source>
        <translation>コマンドは実行されましたが、その後 %1 の証明書を読み取れなかったため、Web サイトの証明書が残っているかどうかを確認できません。続行する前に、別のサーバーを経由して読み取り直すか、%1 の IIS マネージャーでポート 443 と 444 を確認してください。</translation>
    </message>
</context>
<context>
    <name>ExpiryText</name>
    <message>
        <source>not known</source>
        <comment>when a certificate expires</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>expired less than a day ago</source>
        <translation>期限切れ (1 日以内)</translation>
    </message>
    <message numerus="yes">
        <source>expired %n days ago</source>
        <translation>
            <numerusform>%n 日前に期限切れ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n years ago</source>
        <translation>
            <numerusform>%n 年前に期限切れ</numerusform>
        </translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <translation>明日 %1</translation>
    </message>
    <message>
        <source>within 24 hours</source>
        <translation>残り 24 時間未満</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>残り %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>残り %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>remaining life not known</source>
        <translation>残りの期間は不明</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>length of a certificate&apos;s life</comment>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <comment>length of a certificate&apos;s life</comment>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a day left of %1</source>
        <comment>%1: 5 years</comment>
        <translation>%1のうち残り 1 日未満</translation>
    </message>
    <message numerus="yes">
        <source>%n days left of %1</source>
        <translation>
            <numerusform>%1のうち残り %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years left of %1</source>
        <translation>
            <numerusform>%1のうち残り %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <comment>a date</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <comment>form of a date, see QDateTime::toString</comment>
        <translation>yyyy/MM/dd</translation>
    </message>
    <message>
        <source>yyyy-MM-dd HH:mm</source>
        <comment>form of a date with time, see QDateTime::toString</comment>
        <translation>yyyy/MM/dd H:mm</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>a time</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>form of a time, see QDateTime::toString</comment>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>expiry not known</source>
        <translation>有効期限は不明</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>expires within 24 hours</source>
        <translation>24 時間以内に期限切れ</translation>
    </message>
    <message>
        <source>expires within days</source>
        <translation>数日以内に期限切れ</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>まもなく期限切れ</translation>
    </message>
    <message>
        <source>expires in the next months</source>
        <translation>数か月以内に期限切れ</translation>
    </message>
    <message>
        <source>valid for long</source>
        <translation>当面有効</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>short form in a cell</comment>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>today</source>
        <comment>short form in a cell: expires within 24 hours</comment>
        <translation>本日</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>short form of days</comment>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>short form of years</comment>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>サブジェクト</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(なし)</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>シリアル番号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有効期間の開始</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期間の終了</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <extracomment>%1: RSA, %2: number of bits</extracomment>
        <translation>%1、%2 ビット</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公開キー</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>署名アルゴリズム</translation>
    </message>
    <message>
        <source>Thumbprint (SHA-1)</source>
        <translation>拇印 (SHA-1)</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>フィンガープリント (SHA-256)</translation>
    </message>
    <message>
        <source>Self-signed</source>
        <translation>自己署名</translation>
    </message>
    <message>
        <source>yes, proved by its own signature</source>
        <translation>はい (自身の署名で確認済み)</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Signature identifier</source>
        <translation>署名の識別子</translation>
    </message>
    <message>
        <source>Public key bits</source>
        <translation>公開キーのビット列</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>サーバーが報告した情報</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Friendly name</source>
        <translation>フレンドリ名</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>秘密キー</translation>
    </message>
    <message>
        <source>Private key exportable</source>
        <translation>秘密キーがエクスポート可能</translation>
    </message>
    <message>
        <source>Self-signed, by the server&apos;s word</source>
        <translation>自己署名 (サーバーの報告)</translation>
    </message>
    <message>
        <source>Kind of root (RootCAType)</source>
        <translation>ルートの種類 (RootCAType)</translation>
    </message>
    <message>
        <source>none</source>
        <comment>bindings in IIS</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Bindings in IIS</source>
        <translation>IIS のバインド</translation>
    </message>
    <message>
        <source>Key container</source>
        <translation>キー コンテナー</translation>
    </message>
    <message>
        <source>Key provider</source>
        <translation>キー プロバイダー</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>How much is known</source>
        <translation>取得した情報の範囲</translation>
    </message>
    <message>
        <source>Names and use</source>
        <translation>名前と用途</translation>
    </message>
    <message>
        <source>Alternative names</source>
        <translation>サブジェクト代替名</translation>
    </message>
    <message>
        <source>none</source>
        <comment>alternative names</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Key usage</source>
        <translation>キー使用法</translation>
    </message>
    <message>
        <source>not restricted</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Extended key usage</source>
        <translation>拡張キー使用法</translation>
    </message>
    <message>
        <source>Certification authority</source>
        <translation>証明機関</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>パスの長さ</translation>
    </message>
    <message>
        <source>Subject key identifier</source>
        <translation>サブジェクト キー識別子</translation>
    </message>
    <message>
        <source>Authority key identifier</source>
        <translation>機関キー識別子</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>拡張機能</translation>
    </message>
    <message>
        <source>%1 (critical)</source>
        <extracomment>%1: name of an extension</extracomment>
        <translation>%1 (重要)</translation>
    </message>
    <message>
        <source>DNS: %1</source>
        <translation>DNS: %1</translation>
    </message>
    <message>
        <source>e-mail: %1</source>
        <translation>電子メール: %1</translation>
    </message>
    <message>
        <source>IP: %1</source>
        <translation>IP: %1</translation>
    </message>
    <message>
        <source>URI: %1</source>
        <translation>URI: %1</translation>
    </message>
    <message>
        <source>directory name: %1</source>
        <translation>ディレクトリ名: %1</translation>
    </message>
    <message>
        <source>identifier: %1</source>
        <translation>識別子: %1</translation>
    </message>
    <message>
        <source>other: %1</source>
        <translation>その他: %1</translation>
    </message>
    <message>
        <source>Digital signature</source>
        <translation>デジタル署名</translation>
    </message>
    <message>
        <source>Non-repudiation</source>
        <translation>否認防止</translation>
    </message>
    <message>
        <source>Key encipherment</source>
        <translation>キー暗号化</translation>
    </message>
    <message>
        <source>Data encipherment</source>
        <translation>データ暗号化</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>キー承諾</translation>
    </message>
    <message>
        <source>Signing certificates</source>
        <translation>証明書の署名</translation>
    </message>
    <message>
        <source>Signing revocation lists</source>
        <translation>CRL 署名</translation>
    </message>
    <message>
        <source>Encipher only</source>
        <translation>暗号化のみ</translation>
    </message>
    <message>
        <source>Decipher only</source>
        <translation>解読のみ</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>No effective date is set</source>
        <translation>有効開始日が設定されていません</translation>
    </message>
    <message>
        <source>The date is not known</source>
        <translation>日付が不明です</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>%1 に期限切れ</translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>有効期限: %1</translation>
    </message>
    <message>
        <source>Shorter lifetimes from %1</source>
        <translation>有効期間が短くなる日: %1</translation>
    </message>
    <message>
        <source>Effective date: %1</source>
        <translation>有効開始日: %1</translation>
    </message>
    <message>
        <source>Valid from %1</source>
        <translation>有効期間の開始: %1</translation>
    </message>
    <message>
        <source>Used as: %1</source>
        <translation>用途: %1</translation>
    </message>
    <message>
        <source>Used as: %1 (%2)</source>
        <translation>用途: %1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1: &quot;Used as: …&quot;, %2: &quot;Read from Get-AuthConfig, 09:41&quot;</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Newer certificate: %1</source>
        <translation>新しい証明書: %1</translation>
    </message>
    <message>
        <source>Other certificate: %1</source>
        <translation>ほかの証明書: %1</translation>
    </message>
    <message>
        <source>Named by the configuration: %1</source>
        <translation>構成で指定された証明書: %1</translation>
    </message>
    <message>
        <source>Whether anything uses it is not known</source>
        <translation>使用されているかどうかは不明です</translation>
    </message>
    <message>
        <source>Signed with %1</source>
        <translation>署名アルゴリズム: %1</translation>
    </message>
    <message>
        <source>Names on the certificate: %1</source>
        <translation>証明書に含まれる名前: %1</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>発行者: %1</translation>
    </message>
    <message>
        <source>On server %1</source>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>Missing on server %1</source>
        <translation>証明書がないサーバー: %1</translation>
    </message>
    <message>
        <source>Not known for server %1</source>
        <translation>状態が不明なサーバー: %1</translation>
    </message>
    <message>
        <source>Name looked for: %1</source>
        <translation>検索した名前: %1</translation>
    </message>
    <message>
        <source>Hybrid configuration: %1</source>
        <translation>ハイブリッド構成: %1</translation>
    </message>
    <message>
        <source>Key provider: %1</source>
        <translation>キー プロバイダー: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>バージョン: %1</translation>
    </message>
    <message numerus="yes">
        <source>Expired %n days ago</source>
        <translation>
            <numerusform>%n 日前に期限切れ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>残り %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Threshold: %n days</source>
        <translation>
            <numerusform>しきい値: %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issued for %n days</source>
        <translation>
            <numerusform>有効期間: %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Public authorities now issue for at most %n days</source>
        <translation>
            <numerusform>現在の商用の証明機関の最長有効期間: %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n 時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n hours</source>
        <translation>
            <numerusform>%n 時間後</numerusform>
        </translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状態: %1</translation>
    </message>
    <message>
        <source>Key size: %1 bits</source>
        <translation>キーのサイズ: %1 ビット</translation>
    </message>
    <message>
        <source>Smallest size that is accepted: %1 bits</source>
        <translation>許容される最小サイズ: %1 ビット</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>サービス: %1</translation>
    </message>
    <message>
        <source>Root: %1</source>
        <translation>ルート: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers have it</source>
        <translation>
            <numerusform>%n 台のサーバーにあります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more servers</source>
        <translation>
            <numerusform>ほか %n 台のサーバー</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>不明: %1</translation>
    </message>
    <message>
        <source>Certificates concerned or looked at: %1</source>
        <translation>対象または確認済みの証明書: %1</translation>
    </message>
    <message>
        <source>certificates (Get-ExchangeCertificate)</source>
        <translation>証明書 (Get-ExchangeCertificate)</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>key and signature</source>
        <translation>キーと署名</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>秘密キー</translation>
    </message>
    <message>
        <source>whether the key can be exported</source>
        <translation>キーがエクスポート可能かどうか</translation>
    </message>
    <message>
        <source>web site bindings</source>
        <translation>Web サイトのバインド</translation>
    </message>
    <message>
        <source>whether it lies in Trusted Root</source>
        <translation>信頼されたルート証明機関にあるかどうか</translation>
    </message>
    <message>
        <source>internal transport certificate (Get-TransportService)</source>
        <translation>内部トランスポート証明書 (Get-TransportService)</translation>
    </message>
    <message>
        <source>Active Directory site</source>
        <translation>Active Directory サイト</translation>
    </message>
    <message>
        <source>list of servers (Get-ExchangeServer)</source>
        <translation>サーバーの一覧 (Get-ExchangeServer)</translation>
    </message>
    <message>
        <source>Auth configuration (Get-AuthConfig)</source>
        <translation>認証構成 (Get-AuthConfig)</translation>
    </message>
    <message>
        <source>Send connectors (Get-SendConnector)</source>
        <translation>送信コネクタ (Get-SendConnector)</translation>
    </message>
    <message>
        <source>Receive connectors (Get-ReceiveConnector)</source>
        <translation>受信コネクタ (Get-ReceiveConnector)</translation>
    </message>
    <message>
        <source>hybrid configuration (Get-HybridConfiguration)</source>
        <translation>ハイブリッド構成 (Get-HybridConfiguration)</translation>
    </message>
    <message>
        <source>Which certificate the Web Management Service shows on port 8172</source>
        <translation>Web 管理サービスがポート 8172 で提示する証明書</translation>
    </message>
    <message>
        <source>Whether the Exchange Back End site is bound to all addresses (*:444)</source>
        <translation>Exchange Back End サイトが、すべてのアドレス (*:444) にバインドされているかどうか</translation>
    </message>
    <message>
        <source>What else lies in the Trusted Root stores</source>
        <translation>「信頼されたルート証明機関」ストアにあるその他の証明書</translation>
    </message>
    <message>
        <source>Whether serialized data is signed with the Auth certificate</source>
        <translation>シリアル化データが Auth 証明書で署名されているかどうか</translation>
    </message>
    <message>
        <source>Whether root certificates are updated by Windows (DisableRootAutoUpdate)</source>
        <translation>ルート証明書が Windows によって更新されるかどうか (DisableRootAutoUpdate)</translation>
    </message>
    <message>
        <source>Whether certificates with elliptic curves are switched on for Exchange</source>
        <translation>Exchange で楕円曲線の証明書が有効になっているかどうか</translation>
    </message>
    <message>
        <source>Which Auth certificate the hybrid application in Entra knows</source>
        <translation>Entra のハイブリッド アプリケーションに登録された Auth 証明書</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1: a certificate&apos;s subject, %2: a server</extracomment>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>Site %1</source>
        <extracomment>%1: an Active Directory site</extracomment>
        <translation>サイト %1</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Rotate the Auth certificate…</source>
        <translation>Auth 証明書の更新…</translation>
    </message>
    <message>
        <source>Follow the rotation…</source>
        <translation>Auth 証明書の更新状況…</translation>
    </message>
    <message>
        <source>Assign services…</source>
        <translation>サービスの割り当て…</translation>
    </message>
    <message>
        <source>Take over internal transport…</source>
        <translation>内部トランスポート証明書の切り替え…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>最新の情報に更新</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Trust and strength</source>
        <translation>信頼性と強度</translation>
    </message>
    <message>
        <source>Mail between servers</source>
        <translation>サーバー間のメール</translation>
    </message>
    <message>
        <source>Web sites and names</source>
        <translation>Web サイトと名前</translation>
    </message>
    <message>
        <source>Auth certificate</source>
        <translation>Auth 証明書</translation>
    </message>
    <message>
        <source>Connectors and hybrid</source>
        <translation>コネクタとハイブリッド構成</translation>
    </message>
    <message>
        <source>Servers and versions</source>
        <translation>サーバーとバージョン</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>参考情報</translation>
    </message>
    <message>
        <source>No Auth certificate is configured</source>
        <translation>Auth 証明書が構成されていません</translation>
    </message>
    <message>
        <source>The Auth configuration names no certificate. Sign-ins to Outlook on the web and the admin center fail, and so does everything that crosses to Exchange Online, SharePoint or Skype for Business.</source>
        <translation>認証構成に証明書が指定されていません。Outlook on the web と管理センターへのサインインに失敗し、Exchange Online、SharePoint、Skype for Business との連携もできません。</translation>
    </message>
    <message>
        <source>Create and publish a new Auth certificate at once.</source>
        <translation>新しい Auth 証明書をすぐに作成して公開します。</translation>
    </message>
    <message>
        <source>No server has the Auth certificate</source>
        <translation>Auth 証明書がどのサーバーにもありません</translation>
    </message>
    <message>
        <source>The Auth configuration names a certificate that no server has. Sign-ins to Outlook on the web and the admin center fail, and nothing can be copied from anywhere.</source>
        <translation>認証構成で指定された証明書が、どのサーバーにもありません。Outlook on the web と管理センターへのサインインに失敗し、コピー元もありません。</translation>
    </message>
    <message>
        <source>Create and publish a new Auth certificate at once, unless a .pfx file of the old one exists: that can be imported.</source>
        <translation>古い証明書の .pfx ファイルがあればインポートします。なければ、新しい Auth 証明書をすぐに作成して公開します。</translation>
    </message>
    <message>
        <source>Auth certificate missing in a whole site</source>
        <translation>サイト内のどのサーバーにも Auth 証明書がありません</translation>
    </message>
    <message>
        <source>No server of this Active Directory site has the Auth certificate. Within a site it spreads by itself, across sites it sometimes never arrives. Sign-ins that are served here fail.</source>
        <translation>この Active Directory サイトのどのサーバーにも、Auth 証明書がありません。サイト内では自動的に配布されますが、サイト間では届かないことがあります。このサイトで処理されるサインインは失敗します。</translation>
    </message>
    <message>
        <source>Import it on one server of the site. The others receive it from there, within a day. Where the servers that have it refuse its export (October 2025 security update and later), save the file with Windows: certlm.msc or Export-PfxCertificate on one of them, if its key can be exported.</source>
        <translation>サイト内の 1 台のサーバーに証明書をインポートしてください。ほかのサーバーには、そこから 1 日以内に配布されます。証明書があるサーバーに 2025 年 10 月以降のセキュリティ更新プログラムが適用されていて、エクスポートが拒否される場合は、キーがエクスポート可能であれば、そのいずれかのサーバー上で Windows の certlm.msc または Export-PfxCertificate を使用してファイルに保存してください。</translation>
    </message>
    <message>
        <source>Auth certificate missing on a server</source>
        <translation>サーバーに Auth 証明書がありません</translation>
    </message>
    <message>
        <source>This server cannot check what others have signed with the Auth certificate. Sign-ins to Outlook on the web fail whenever they reach it, which looks as if they failed at random.</source>
        <translation>このサーバーでは、ほかのサーバーが Auth 証明書で署名したトークンを検証できません。Outlook on the web へのサインインは、このサーバーに振り分けられるたびに失敗するため、不規則な障害のように見えます。</translation>
    </message>
    <message>
        <source>Wait a day after a new server or a new certificate; then import it here. Where the servers that have it refuse its export (October 2025 security update and later), save the file with Windows: certlm.msc or Export-PfxCertificate on one of them, if its key can be exported.</source>
        <translation>サーバーの追加後または証明書の更新後は 1 日待ち、それでも届かない場合は、このサーバーに証明書をインポートしてください。証明書があるサーバーに 2025 年 10 月以降のセキュリティ更新プログラムが適用されていて、エクスポートが拒否される場合は、キーがエクスポート可能であれば、そのいずれかのサーバー上で Windows の certlm.msc または Export-PfxCertificate を使用してファイルに保存してください。</translation>
    </message>
    <message>
        <source>Auth certificate without its key</source>
        <translation>Auth 証明書に秘密キーがありません</translation>
    </message>
    <message>
        <source>The certificate is on this server, but its private key is not. The server can neither sign tokens nor read its own cookies.</source>
        <translation>このサーバーに証明書はありますが、秘密キーがありません。トークンに署名することも、自身の Cookie を読み取ることもできません。</translation>
    </message>
    <message>
        <source>Auth certificate has expired</source>
        <translation>Auth 証明書の有効期限が切れています</translation>
    </message>
    <message>
        <source>Sign-ins to Outlook on the web and the admin center loop or fail, free/busy information and hybrid features stop, and the Exchange Management Shell shows objects without details.</source>
        <translation>Outlook on the web と管理センターへのサインインが、ループするか失敗します。空き時間情報やハイブリッド機能も停止し、Exchange 管理シェルではオブジェクトの詳細が表示されません。</translation>
    </message>
    <message>
        <source>Replace it at once. The change takes effect on a server when the new certificate has arrived there and its application pools have been recycled.</source>
        <translation>すぐに置き換えます。新しい証明書がサーバーに届き、アプリケーション プールがリサイクルされた時点で、そのサーバーに反映されます。</translation>
    </message>
    <message>
        <source>Auth certificate expires soon</source>
        <translation>Auth 証明書の有効期限が近づいています</translation>
    </message>
    <message>
        <source>One certificate serves sign-ins of the whole organisation. While it is valid, a successor can be staged that takes over without anybody noticing. Once it has expired, only a change with interruptions is left.</source>
        <translation>組織全体のサインインで 1 つの証明書が使用されています。有効期間内であれば、ユーザーに影響を与えずに引き継ぐ後継の証明書を設定できます。有効期限が切れた後は、中断を伴う変更しかできません。</translation>
    </message>
    <message>
        <source>Stage a successor now, so that it reaches every server before it takes over.</source>
        <translation>切り替え前にすべてのサーバーに届くように、今すぐ後継の証明書を次の Auth 証明書として設定します。</translation>
    </message>
    <message>
        <source>Staged Auth certificate has not arrived</source>
        <translation>次の Auth 証明書が届いていません</translation>
    </message>
    <message>
        <source>A successor is staged, but this server does not have it yet. If it is missing on the effective date, sign-ins that reach this server fail.</source>
        <translation>後継の証明書が設定されていますが、このサーバーにはまだありません。有効開始日までに届かないと、このサーバーに届いたサインインは失敗します。</translation>
    </message>
    <message>
        <source>Within a site it arrives in minutes, in other sites within hours. If a day has passed, copy it there.</source>
        <translation>サイト内では数分、ほかのサイトでは数時間で届きます。1 日たっても届かなければコピーします。</translation>
    </message>
    <message>
        <source>Staged Auth certificate does not last</source>
        <translation>次の Auth 証明書の残り期間が短すぎます</translation>
    </message>
    <message>
        <source>The certificate that is about to take over will itself expire before long. The organisation would go through the same change again within months.</source>
        <translation>これから引き継ぐ証明書自体の有効期限が近づいています。数か月のうちに同じ変更をもう一度行うことになります。</translation>
    </message>
    <message>
        <source>Stage a new one in its place. It takes the slot of the present successor.</source>
        <translation>代わりに新しい証明書を設定します。現在設定されている次の Auth 証明書は置き換えられます。</translation>
    </message>
    <message>
        <source>Staged Auth certificate has no date</source>
        <translation>次の Auth 証明書に有効開始日がありません</translation>
    </message>
    <message>
        <source>A successor is named, but no date on which it takes over. Exchange will not promote it by itself.</source>
        <translation>後継の証明書は指定されていますが、有効開始日が指定されていません。Exchange が自動的に切り替えることはありません。</translation>
    </message>
    <message>
        <source>Stage it again with a date at least 48 hours ahead.</source>
        <translation>48 時間以上先の有効開始日を指定して、もう一度設定します。</translation>
    </message>
    <message>
        <source>Staged Auth certificate takes over soon</source>
        <translation>次の Auth 証明書がまもなく有効になります</translation>
    </message>
    <message>
        <source>In less than two days the successor takes over. Servers that do not have it by then refuse sign-ins, and Exchange itself asks for 48 hours to distribute it.</source>
        <translation>2 日以内に後継の証明書に切り替わります。それまでに証明書が届いていないサーバーは、サインインを拒否します。Exchange も、配布のために 48 時間以上の余裕を求めています。</translation>
    </message>
    <message>
        <source>Follow the rotation until every server has it. If that will not happen in time, stage it again with a later date.</source>
        <translation>すべてのサーバーに届くまで、Auth 証明書の更新状況を確認します。間に合わない場合は、有効開始日を延期してもう一度設定します。</translation>
    </message>
    <message>
        <source>Effective date passed, not promoted</source>
        <translation>有効開始日を過ぎても切り替わっていません</translation>
    </message>
    <message>
        <source>The staged Auth certificate should be in use and is not. Exchange looks every twelve hours and when its service host starts; in child domains it may lack the right to change the configuration.</source>
        <translation>次の Auth 証明書に切り替わっているはずですが、切り替わっていません。Exchange は、12 時間ごとと Microsoft Exchange Service Host サービスの開始時に確認します。子ドメインでは、構成を変更する権限がないことがあります。</translation>
    </message>
    <message>
        <source>If twelve hours have passed, publish it now. For a child domain see Set-OrganizationConfig -EnableAuthAdminReadSession.</source>
        <translation>12 時間を過ぎている場合は、今すぐ公開します。子ドメインについては Set-OrganizationConfig -EnableAuthAdminReadSession を参照してください。</translation>
    </message>
    <message>
        <source>Auth certificate has an unusual name</source>
        <translation>Auth 証明書の名前が通常と異なります</translation>
    </message>
    <message>
        <source>Exchange names its Auth certificate “Microsoft Exchange Server Auth Certificate”. This one is called otherwise: a certificate of another purpose may have been chosen by mistake, and support tools do not recognise it.</source>
        <translation>Exchange の Auth 証明書の名前は「Microsoft Exchange Server Auth Certificate」です。この証明書は別の名前であるため、用途の異なる証明書が誤って選択された可能性があり、サポート ツールでも認識されません。</translation>
    </message>
    <message>
        <source>Rotate to a new Auth certificate with the usual name.</source>
        <translation>通常の名前を持つ新しい Auth 証明書に更新します。</translation>
    </message>
    <message>
        <source>Auth certificate not enabled for SMTP</source>
        <translation>Auth 証明書に SMTP が割り当てられていません</translation>
    </message>
    <message>
        <source>Exchange works without it, but its own support tools expect the Auth certificate to carry SMTP and report it otherwise.</source>
        <translation>Exchange の動作に影響はありませんが、Microsoft のサポート ツールは Auth 証明書に SMTP が割り当てられていることを前提としており、割り当てられていない場合は報告します。</translation>
    </message>
    <message>
        <source>Nothing has to be done. To satisfy the tools, enable it for SMTP and answer No to the question about the default certificate.</source>
        <translation>対応は必須ではありません。ツールに合わせるには、証明書に SMTP を割り当て、既定の SMTP 証明書を上書きするかどうかの確認に「いいえ」と回答します。</translation>
    </message>
    <message>
        <source>Auth certificate cannot be exported</source>
        <translation>Auth 証明書をエクスポートできません</translation>
    </message>
    <message>
        <source>No server can give its key away. If distribution fails, the certificate cannot be copied to the servers that lack it, and no backup can be made.</source>
        <translation>秘密キーをエクスポートできるサーバーがありません。配布に失敗しても、証明書がないサーバーにコピーできず、バックアップも作成できません。</translation>
    </message>
    <message>
        <source>Nothing has to be done now. The next rotation makes an exportable one.</source>
        <translation>今すぐの対応は不要です。次の更新でエクスポート可能な証明書が作成されます。</translation>
    </message>
    <message>
        <source>Previous Auth certificate still named</source>
        <translation>以前の Auth 証明書がまだ指定されています</translation>
    </message>
    <message>
        <source>The rotation has settled, but the previous certificate is still accepted. That was right for the first days, because sign-ins that began before the change needed it.</source>
        <translation>切り替えは完了していますが、以前の証明書が引き続き受け入れられています。切り替え前に開始されたサインインのために、最初の数日間は必要でした。</translation>
    </message>
    <message>
        <source>Clear the previous one.</source>
        <translation>以前の証明書をクリアします。</translation>
    </message>
    <message>
        <source>Hybrid: the new Auth certificate has to be uploaded</source>
        <translation>ハイブリッド: 新しい Auth 証明書のアップロードが必要です</translation>
    </message>
    <message>
        <source>The organisation is hybrid, and its Auth certificate is new or about to be replaced. Exchange Online accepts the new one only after its public part was uploaded; whether that was done cannot be read from here. The shared service principal has been blocked since 31 October 2025, so the upload goes to the dedicated hybrid application. Exchange Web Services of Exchange Online end in April 2027; Microsoft Graph, which replaces them, needs Exchange SE from build 15.2.2562.41 on.</source>
        <translation>この組織はハイブリッド構成で、Auth 証明書が新しくなったか、まもなく置き換えられます。Exchange Online は、公開部分がアップロードされるまで、新しい証明書を受け入れません。アップロード済みかどうかは、ここからは読み取れません。共有サービス プリンシパルは 2025 年 10 月 31 日からブロックされているため、専用のハイブリッド アプリケーションにアップロードします。Exchange Online の Exchange Web サービスは 2027 年 4 月に終了します。後継の Microsoft Graph には、Exchange SE のビルド 15.2.2562.41 以降が必要です。</translation>
    </message>
    <message>
        <source>Stage the new certificate. Save its public part as a .cer file from the details of the certificate (no private key is needed), and upload it with ConfigureExchangeHybridApplication.ps1 (-CertificateMethod File). Publish it. Run the Hybrid Configuration Wizard, which uploads the current and the next certificate and removes expired ones. Remove old keys of the shared service principal yourself: the wizard leaves them.</source>
        <translation>新しい証明書を次の Auth 証明書として設定します。証明書の詳細から公開部分を .cer ファイルとして保存し (秘密キーは不要です)、ConfigureExchangeHybridApplication.ps1 (-CertificateMethod File) でアップロードします。その後、公開します。ハイブリッド構成ウィザードを実行すると、現在の証明書と次の証明書がアップロードされ、期限切れの証明書が削除されます。共有サービス プリンシパルの古いキーはウィザードでは削除されないため、手動で削除します。</translation>
    </message>
    <message>
        <source>Forgotten Auth certificate</source>
        <translation>使用されなくなった Auth 証明書</translation>
    </message>
    <message>
        <source>It bears the name of the Auth certificate, but the configuration names it no more. Each rotation leaves one behind on every server, and they are easily taken for the one in use.</source>
        <translation>Auth 証明書と同じ名前ですが、認証構成では指定されていません。更新のたびに各サーバーに残り、使用中の証明書と間違えやすくなります。</translation>
    </message>
    <message>
        <source>Remove it. Whether anything depends on it is checked on every server before that.</source>
        <translation>削除します。削除の前に、この証明書に依存しているものがないかを各サーバーで確認します。</translation>
    </message>
    <message>
        <source>Certificate named by a connector not found</source>
        <translation>コネクタで指定された証明書が見つかりません</translation>
    </message>
    <message>
        <source>The connector names a certificate by issuer and subject, and servers that use it have none of that name. Mail through it stops (454 4.7.5). It happens when the issuing authority has changed with a renewal.</source>
        <translation>コネクタでは発行者とサブジェクトで証明書を指定しますが、このコネクタを使用するサーバーに該当する証明書がありません。このコネクタを経由するメールは停止します (454 4.7.5)。更新時に発行元の証明機関が変わった場合に発生します。</translation>
    </message>
    <message>
        <source>Import the certificate on these servers, or set the name of the new one with Set-SendConnector or Set-ReceiveConnector -TlsCertificateName.</source>
        <translation>該当のサーバーに証明書をインポートするか、Set-SendConnector または Set-ReceiveConnector の -TlsCertificateName で新しい名前を設定します。</translation>
    </message>
    <message>
        <source>Several generations bear a connector’s name</source>
        <translation>コネクタで指定された名前の証明書が複数あります</translation>
    </message>
    <message>
        <source>A connector knows certificates by name only, so it cannot tell these apart and takes the one that is valid longest. The older ones cannot be removed while the connector names them.</source>
        <translation>コネクタは証明書を名前だけで識別するため、複数の証明書を区別できず、有効期限が最も遅いものを使用します。コネクタで指定されている間、古い証明書は削除できません。</translation>
    </message>
    <message>
        <source>To remove an older one, clear the name on the connector, remove it on all its servers, and set the name again.</source>
        <translation>古い証明書を削除するには、コネクタの証明書名をクリアし、すべてのサーバーから古い証明書を削除した後、証明書名を設定し直します。</translation>
    </message>
    <message>
        <source>Cloud connector disabled</source>
        <translation>クラウド コネクタが無効です</translation>
    </message>
    <message>
        <source>The connector to Exchange Online is switched off. Mail between the organisation and the cloud takes another way or none.</source>
        <translation>Exchange Online へのコネクタが無効になっています。組織とクラウドの間のメールは、別の経路で配信されるか、配信されません。</translation>
    </message>
    <message>
        <source>Switch it on again (Set-SendConnector -Enabled $true), or remove it if it is not needed any more.</source>
        <translation>再び有効にする (Set-SendConnector -Enabled $true) か、不要であれば削除します。</translation>
    </message>
    <message>
        <source>Cloud connector names no certificate</source>
        <translation>クラウド コネクタに証明書が指定されていません</translation>
    </message>
    <message>
        <source>Exchange Online recognises the organisation by the certificate of this connector. Without a name the server picks one by itself, and mail may be treated as if it came from strangers.</source>
        <translation>Exchange Online は、このコネクタの証明書で組織を識別します。証明書が指定されていない場合はサーバーが自動的に選択し、外部からのメールとして扱われることがあります。</translation>
    </message>
    <message>
        <source>Run the Hybrid Configuration Wizard again, or set -TlsCertificateName on the connector.</source>
        <translation>ハイブリッド構成ウィザードをもう一度実行するか、コネクタに -TlsCertificateName を設定します。</translation>
    </message>
    <message>
        <source>Connector and hybrid configuration differ</source>
        <translation>コネクタとハイブリッド構成の証明書が異なります</translation>
    </message>
    <message>
        <source>The cloud connector names another certificate than the hybrid configuration does. The next run of the Hybrid Configuration Wizard changes one of them, perhaps to the wrong one.</source>
        <translation>クラウド コネクタで、ハイブリッド構成とは別の証明書が指定されています。次にハイブリッド構成ウィザードを実行したときに、一方が意図しない証明書に変更されることがあります。</translation>
    </message>
    <message>
        <source>Run the Hybrid Configuration Wizard again and choose the certificate that is meant.</source>
        <translation>ハイブリッド構成ウィザードをもう一度実行し、目的の証明書を選択します。</translation>
    </message>
    <message>
        <source>Hybrid configuration names no certificate</source>
        <translation>ハイブリッド構成に証明書が指定されていません</translation>
    </message>
    <message>
        <source>Without a certificate in the hybrid configuration, mail to and from Exchange Online is not recognised as internal. No valid certificate was found when it was set up.</source>
        <translation>ハイブリッド構成に証明書が指定されていないと、Exchange Online との間のメールが内部のものとして認識されません。構成時に有効な証明書が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Run the Hybrid Configuration Wizard again and choose a certificate of a public authority.</source>
        <translation>ハイブリッド構成ウィザードをもう一度実行し、商用の証明機関 (CA) が発行した証明書を選択します。</translation>
    </message>
    <message>
        <source>Hybrid certificate not found</source>
        <translation>ハイブリッド構成の証明書が見つかりません</translation>
    </message>
    <message>
        <source>Servers that take part in hybrid mail do not have the certificate that the hybrid configuration names. Mail between the organisation and Exchange Online stops on them (450 4.4.317).</source>
        <translation>ハイブリッドのメールを処理するサーバーに、ハイブリッド構成で指定された証明書がありません。これらのサーバーでは、組織と Exchange Online の間のメールが止まります (450 4.4.317)。</translation>
    </message>
    <message>
        <source>Import the certificate on these servers, or run the Hybrid Configuration Wizard again with the new one.</source>
        <translation>該当のサーバーに証明書をインポートするか、新しい証明書でハイブリッド構成ウィザードをもう一度実行します。</translation>
    </message>
    <message>
        <source>Servers that cannot be in one organisation</source>
        <translation>同じ組織に共存できないサーバー</translation>
    </message>
    <message>
        <source>Exchange 2013 cannot be in one organisation with Exchange 2019 CU15 or Exchange SE: their setup refuses it. Most likely the server of 2013 is gone and only its object in Active Directory remains. The next update of the newer servers stops at it.</source>
        <translation>Exchange 2013 は、Exchange 2019 CU15 または Exchange SE と同じ組織に共存できません。新しい製品のセットアップが拒否します。2013 のサーバー自体は既になく、Active Directory のオブジェクトだけが残っている可能性が高いです。新しいサーバーの次の更新プログラムは、このオブジェクトがあるために停止します。</translation>
    </message>
    <message>
        <source>Uninstall Exchange from the listed servers with setup. If a server does not exist any more, remove its object from Active Directory as Microsoft describes.</source>
        <translation>一覧のサーバーから、セットアップで Exchange をアンインストールします。サーバーが既に存在しない場合は、Microsoft の手順に従って、Active Directory からオブジェクトを削除します。</translation>
    </message>
    <message>
        <source>Servers that will block an update of Exchange SE</source>
        <translation>Exchange SE の更新を妨げるサーバー</translation>
    </message>
    <message>
        <source>Setup of Exchange SE CU2 refuses an organisation that still has servers of Exchange 2016 or 2019. Both have been out of support since 14 October 2025.</source>
        <translation>Exchange SE CU2 のセットアップは、Exchange 2016 または 2019 のサーバーが残っている組織を拒否します。どちらも 2025 年 10 月 14 日にサポートが終了しています。</translation>
    </message>
    <message>
        <source>Before CU2, update the servers of 2019 to Exchange SE, and replace those of 2016. Certificates that are needed on the new servers are exported with their private keys first.</source>
        <translation>CU2 の前に、2019 のサーバーを Exchange SE に更新し、2016 のサーバーを置き換えます。新しいサーバーで必要な証明書は、事前に秘密キーとともにエクスポートします。</translation>
    </message>
    <message>
        <source>Build of Exchange not yet tried</source>
        <translation>動作を確認していない Exchange のビルド</translation>
    </message>
    <message>
        <source>These servers have a newer build than those that Kakuin knows. Cmdlets, questions and remote PowerShell may have changed in it.</source>
        <translation>これらのサーバーのビルドは、Kakuin が対応を確認したビルドより新しいものです。コマンドレット、確認メッセージ、リモート PowerShell が変更されている可能性があります。</translation>
    </message>
    <message>
        <source>Look for a newer version of Kakuin. Until then, try changes on one server first and check each result.</source>
        <translation>Kakuin の新しいバージョンがないか確認します。それまでは、変更はまず 1 台のサーバーで試し、結果をそのつど確認してください。</translation>
    </message>
    <message>
        <source>Certificates of a server not read</source>
        <translation>サーバーの証明書を読み取れません</translation>
    </message>
    <message>
        <source>The server did not answer, or its data is missing. Nothing is known about its certificates, so neither good nor bad can be said of it.</source>
        <translation>サーバーが応答しなかったか、データがありません。証明書の情報がないため、状態を判断できません。</translation>
    </message>
    <message>
        <source>Read the server again. For exported data, export Get-ExchangeCertificate of this server as well.</source>
        <translation>サーバーを最新の情報に更新します。エクスポートしたデータの場合は、このサーバーの Get-ExchangeCertificate もエクスポートします。</translation>
    </message>
    <message>
        <source>Certificates that do not parse</source>
        <translation>解釈できない証明書があります</translation>
    </message>
    <message>
        <source>Some certificates of the server are damaged or of a form that Kakuin does not know. The others were checked; about these nothing can be said.</source>
        <translation>サーバーの一部の証明書が破損しているか、Kakuin で対応していない形式です。ほかの証明書は確認しましたが、これらの証明書の状態は判断できません。</translation>
    </message>
    <message>
        <source>Look at them on the server with certlm.msc. A damaged one that nothing uses can be deleted there.</source>
        <translation>サーバー上で certlm.msc を使用して確認します。使用されていない破損した証明書は、certlm.msc で削除できます。</translation>
    </message>
    <message>
        <source>Details of certificates not known</source>
        <translation>証明書の詳細が不明です</translation>
    </message>
    <message>
        <source>The session or the exported data gave the certificates without some of their properties, such as services, status or bindings. What depends on them was not checked.</source>
        <translation>セッションまたはエクスポートしたデータに、サービス、状態、バインドなど証明書の一部のプロパティが含まれていません。それらに基づく確認は行っていません。</translation>
    </message>
    <message>
        <source>Export again with the collector script, or connect to a server whose session sends full objects.</source>
        <translation>収集スクリプトを使用してもう一度エクスポートするか、オブジェクト全体を送信するセッションに接続します。</translation>
    </message>
    <message>
        <source>Internal transport certificate not known</source>
        <translation>内部トランスポート証明書が不明です</translation>
    </message>
    <message>
        <source>Which certificate the server uses for mail between servers could not be read. For a Client Access server of 2013 only the directory knows.</source>
        <translation>サーバー間のメールに使用する証明書を読み取れませんでした。Exchange 2013 のクライアント アクセス サーバーについては、ディレクトリにしか記録がありません。</translation>
    </message>
    <message>
        <source>Read the server again. For exported data, export Get-TransportService as well.</source>
        <translation>サーバーを最新の情報に更新します。エクスポートしたデータの場合は、Get-TransportService もエクスポートします。</translation>
    </message>
    <message>
        <source>Sites of servers not known</source>
        <translation>サーバーのサイトが不明です</translation>
    </message>
    <message>
        <source>Without their Active Directory sites nobody can say whether a whole site lacks the Auth certificate.</source>
        <translation>Active Directory サイトが不明なため、サイト内のどのサーバーにも Auth 証明書がないかどうかを判断できません。</translation>
    </message>
    <message>
        <source>Export Get-ExchangeServer, or connect with an account that may read it.</source>
        <translation>Get-ExchangeServer をエクスポートするか、読み取り権限のあるアカウントで接続します。</translation>
    </message>
    <message>
        <source>Part of the organisation not read</source>
        <translation>組織の一部を読み取れません</translation>
    </message>
    <message>
        <source>A part of the configuration could not be read, so the checks that need it were not made.</source>
        <translation>構成の一部を読み取れなかったため、それを必要とする確認は行っていません。</translation>
    </message>
    <message>
        <source>Read the organisation again. A missing cmdlet means that the account lacks the right to it; exported data needs the file of that cmdlet.</source>
        <translation>最新の情報に更新します。コマンドレットを使用できない場合は、アカウントに権限がありません。エクスポートしたデータの場合は、そのコマンドレットの出力ファイルが必要です。</translation>
    </message>
    <message>
        <source>Input that could not be used</source>
        <translation>使用できない入力があります</translation>
    </message>
    <message>
        <source>A file or an answer of a server was damaged or not understood. What it held is missing here.</source>
        <translation>ファイルまたはサーバーの応答が破損しているか、解釈できませんでした。その内容は表示に含まれていません。</translation>
    </message>
    <message>
        <source>Export it again, or leave it out if it does not belong to the organisation.</source>
        <translation>もう一度エクスポートするか、組織に属さないものであれば除外します。</translation>
    </message>
    <message>
        <source>What Exchange does not report</source>
        <translation>Exchange が報告しない項目</translation>
    </message>
    <message>
        <source>Some things can only be seen on a server itself, because no cmdlet of a session reports them. Nothing is claimed about them here.</source>
        <translation>セッションのコマンドレットでは報告されず、サーバー上でしか確認できない項目があります。これらについては何も判断していません。</translation>
    </message>
    <message>
        <source>Run HealthChecker on each server for these, or look at them in IIS Manager and the registry.</source>
        <translation>各サーバーで HealthChecker を実行するか、IIS マネージャーとレジストリで確認します。</translation>
    </message>
    <message>
        <source>Expired and in use</source>
        <translation>有効期限の切れた証明書が使用されています</translation>
    </message>
    <message>
        <source>The certificate has expired and something still uses it. Clients and servers that check dates refuse the connection, and an update of Exchange can stop half-way on it. Every day it stays, more of them notice.</source>
        <translation>証明書の有効期限が切れていますが、まだ使用されています。有効期限を確認するクライアントやサーバーは接続を拒否し、Exchange の更新プログラムの適用が途中で停止することもあります。放置するほど影響が広がります。</translation>
    </message>
    <message>
        <source>A self-signed certificate is renewed here. One of a certification authority is requested there again, imported, and given its services.</source>
        <translation>自己署名証明書はここで更新します。証明機関が発行した証明書は、証明機関に再度要求し、インポートしてからサービスを割り当てます。</translation>
    </message>
    <message>
        <source>Expired and no longer used</source>
        <translation>有効期限の切れた証明書が残っています (未使用)</translation>
    </message>
    <message>
        <source>Nothing uses this certificate any more. It does no harm to mail, but it clutters every list, makes the next problem harder to see, and can stop an update of Exchange that checks all certificates.</source>
        <translation>この証明書は使用されていません。メールには影響しませんが、一覧が見づらくなり、次の問題に気付きにくくなります。すべての証明書を確認する Exchange の更新プログラムの適用が停止することもあります。</translation>
    </message>
    <message>
        <source>Remove it from the server. Whether anything depends on it is checked once more before that.</source>
        <translation>サーバーから削除します。削除の前に、依存しているものがないかをもう一度確認します。</translation>
    </message>
    <message>
        <source>Expires very soon</source>
        <translation>まもなく有効期限が切れます</translation>
    </message>
    <message>
        <source>Only a few weeks are left. A renewal that needs a certification authority, a change window or a restart takes time that is running out. After the last day, whatever uses the certificate stops being trusted.</source>
        <translation>残りは数週間です。証明機関への要求、作業日程の調整、再起動には時間がかかり、残された時間は減っていきます。有効期限を過ぎると、この証明書を使用する接続は信頼されなくなります。</translation>
    </message>
    <message>
        <source>Renew it now, or import its successor and give it the services.</source>
        <translation>今すぐ更新するか、後継の証明書をインポートしてサービスを割り当てます。</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>有効期限が近づいています</translation>
    </message>
    <message>
        <source>There is time to renew it in an orderly way. Servers that were installed together expire together, so plan their renewals as one.</source>
        <translation>計画的に更新できる時間があります。同時期に導入したサーバーの証明書は同時期に有効期限が切れるため、まとめて計画することをお勧めします。</translation>
    </message>
    <message>
        <source>Renew it within the next weeks, or request its successor from the certification authority.</source>
        <translation>今後数週間のうちに更新するか、証明機関に後継の証明書を要求します。</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>有効期間がまだ始まっていません</translation>
    </message>
    <message>
        <source>The certificate begins in the future. Until then everybody who checks dates refuses it. Usually a clock was wrong when it was made, or is wrong now.</source>
        <translation>証明書の有効期間の開始日時が、現在より後の日時です。その日時までは、有効期間を確認する相手に拒否されます。多くの場合、証明書の作成時または現在の時計が正しくありません。</translation>
    </message>
    <message>
        <source>Compare the clock of the server with a domain controller. If the clock is right, wait, or make the certificate again.</source>
        <translation>サーバーの時計をドメイン コントローラーと比べます。時計が正しければ、待つか、証明書を作り直します。</translation>
    </message>
    <message>
        <source>Renewed on some servers only</source>
        <translation>一部のサーバーだけで更新されています</translation>
    </message>
    <message>
        <source>Several servers have a certificate for the same names. Some already have a newer one, the others still work with an older one. When that expires, these servers fail although the renewal seems to be done.</source>
        <translation>同じ名前の証明書が複数のサーバーにあります。一部のサーバーには既に新しい証明書がありますが、ほかのサーバーは古い証明書を使用しています。古い証明書の有効期限が切れると、更新が完了したように見えていても、これらのサーバーで障害が発生します。</translation>
    </message>
    <message>
        <source>Export the newer certificate with its private key from a server that has it, import it on the servers that lack it, and give it the services that the older one has there.</source>
        <translation>新しい証明書があるサーバーから、証明書を秘密キーとともにエクスポートします。その証明書がないサーバーにインポートし、そのサーバーで古い証明書に割り当てられているサービスを割り当てます。</translation>
    </message>
    <message>
        <source>The next certificate lasts for a shorter time</source>
        <translation>次の証明書は有効期間が短くなります</translation>
    </message>
    <message>
        <source>Public certification authorities issue certificates for at most 200 days since 15 March 2026, for 100 days from 15 March 2027, and for 47 days from 15 March 2029. This certificate remains valid until its last day, but the one that replaces it has to be renewed sooner.</source>
        <translation>商用の証明機関が発行する証明書の有効期間は、2026 年 3 月 15 日以降は最長 200 日、2027 年 3 月 15 日以降は最長 100 日、2029 年 3 月 15 日以降は最長 47 日です。この証明書は有効期限まで有効ですが、次の証明書は、より早く更新する必要があります。</translation>
    </message>
    <message>
        <source>Nothing has to be corrected. If a change comes before the certificate expires, renew before that date to get the longer time. Plan for renewals several times a year.</source>
        <translation>修正は不要です。有効期限より前に最長期間が短くなる場合は、その日より前に更新すると、長い期間の証明書を取得できます。年に数回の更新を計画してください。</translation>
    </message>
    <message>
        <source>Revoked by its issuer</source>
        <translation>発行者によって失効されています</translation>
    </message>
    <message>
        <source>The certification authority has withdrawn the certificate. Clients that ask refuse it, and the key may be in wrong hands.</source>
        <translation>証明機関がこの証明書を失効させました。失効を確認するクライアントは接続を拒否します。秘密キーが漏えいしている可能性もあります。</translation>
    </message>
    <message>
        <source>Request a new certificate with a new key, import it, assign its services, and remove this one. Ask the authority why it was revoked.</source>
        <translation>新しいキーで証明書を要求し、インポートしてサービスを割り当て、この証明書を削除します。失効の理由を証明機関に確認します。</translation>
    </message>
    <message>
        <source>Not valid for Exchange</source>
        <translation>Exchange で有効な証明書と見なされていません</translation>
    </message>
    <message>
        <source>The server itself calls the certificate invalid although it has not expired. Its chain, purpose or signature does not hold, and services that use it may not start.</source>
        <translation>有効期限内ですが、サーバーが無効な証明書と判断しています。チェーン、用途、署名のいずれかに問題があり、この証明書を使用するサービスを開始できないことがあります。</translation>
    </message>
    <message>
        <source>Look at the fields and the chain of the certificate on the server, then renew or replace it.</source>
        <translation>サーバー上で証明書のフィールドとチェーンを確認し、更新するか置き換えます。</translation>
    </message>
    <message>
        <source>Issuer not trusted</source>
        <translation>発行者が信頼されていません</translation>
    </message>
    <message>
        <source>The server does not trust the root of this certificate. Other servers and clients will most likely not trust it either.</source>
        <translation>サーバーがこの証明書のルートを信頼していません。ほかのサーバーやクライアントからも信頼されない可能性があります。</translation>
    </message>
    <message>
        <source>Import the certificates of the issuing authority into the stores Trusted Root and Intermediate of the server, then read it again.</source>
        <translation>発行元の証明機関の証明書を、サーバーの「信頼されたルート証明機関」ストアと「中間証明機関」ストアにインポートしてから、最新の情報に更新します。</translation>
    </message>
    <message>
        <source>Revocation could not be checked</source>
        <translation>失効を確認できません</translation>
    </message>
    <message>
        <source>The server cannot reach the place where the issuer publishes what it has revoked. Connections become slow, and Exchange may refuse the certificate in its own tools.</source>
        <translation>発行者が失効情報を公開している場所に、サーバーから接続できません。接続が遅くなり、Exchange の管理ツールで証明書を使用できないことがあります。</translation>
    </message>
    <message>
        <source>Let the server reach the addresses in the field CRL Distribution Points, directly or through a proxy (netsh winhttp).</source>
        <translation>「CRL 配布ポイント」フィールドのアドレスに、サーバーから直接またはプロキシ経由 (netsh winhttp) で接続できるようにします。</translation>
    </message>
    <message>
        <source>Request not completed</source>
        <translation>証明書の要求が完了していません</translation>
    </message>
    <message>
        <source>A certificate was requested and its answer never came back to this server. The request keeps its key and does nothing else.</source>
        <translation>証明書を要求しましたが、証明機関の応答がこのサーバーにインポートされていません。要求は秘密キーを保持しているだけで、使用されていません。</translation>
    </message>
    <message>
        <source>Import the answer of the certification authority on the same server, or remove the request if it is not needed any more.</source>
        <translation>証明機関の応答を同じサーバーにインポートします。不要になった要求は削除します。</translation>
    </message>
    <message>
        <source>Key too short</source>
        <translation>キーが短すぎます</translation>
    </message>
    <message>
        <source>Windows and browsers refuse RSA keys below 2048 bits. What uses this certificate already fails for some clients.</source>
        <translation>Windows やブラウザーは、2048 ビット未満の RSA キーを拒否します。この証明書を使用する一部のクライアントの接続は、既に失敗しています。</translation>
    </message>
    <message>
        <source>A renewal makes a new key of 2048 bits. For a certificate of an authority make a new request with that size.</source>
        <translation>更新すると、2048 ビットの新しいキーが作成されます。証明機関が発行した証明書の場合は、そのサイズで新しい要求を作成します。</translation>
    </message>
    <message>
        <source>Signed with an outdated hash</source>
        <translation>古いハッシュ アルゴリズムで署名されています</translation>
    </message>
    <message>
        <source>Signatures with SHA-1 or MD5 can be forged, and clients stop accepting them. For a self-signed certificate the signature itself protects little, but security scans report it.</source>
        <translation>SHA-1 や MD5 の署名は偽造でき、受け付けないクライアントが増えています。自己署名証明書では署名の重要性は低いものの、セキュリティ スキャンで指摘されます。</translation>
    </message>
    <message>
        <source>A renewal signs with SHA-256 on a server that is up to date.</source>
        <translation>最新の状態のサーバーで更新すると、SHA-256 で署名されます。</translation>
    </message>
    <message>
        <source>Key stored with a CNG provider</source>
        <translation>キーが CNG プロバイダーに保存されています</translation>
    </message>
    <message>
        <source>Windows stores the key of this certificate with a CNG provider. Exchange expects a cryptographic service provider (CSP): sign-in to Outlook on the web may loop, and EdgeSync refuses the certificate (event 1035).</source>
        <translation>この証明書のキーは、Windows の CNG プロバイダーに保存されています。Exchange には暗号化サービス プロバイダー (CSP) のキーが必要です。Outlook on the web のサインインが繰り返されることがあり、EdgeSync はこの証明書を拒否します (イベント 1035)。</translation>
    </message>
    <message>
        <source>At a quiet time, export the certificate with its private key, delete it on this server, import it with certutil -csp &quot;Microsoft RSA SChannel Cryptographic Provider&quot; -importpfx, and assign its services again. A self-signed one is renewed instead: Exchange creates it with a CSP.</source>
        <translation>利用の少ない時間帯に、証明書を秘密キーとともにエクスポートし、このサーバーから削除します。certutil -csp &quot;Microsoft RSA SChannel Cryptographic Provider&quot; -importpfx でインポートし、サービスを割り当て直します。自己署名証明書の場合は更新します。Exchange は CSP のキーで作成します。</translation>
    </message>
    <message>
        <source>Certificate with an elliptic key</source>
        <translation>楕円曲線のキーを持つ証明書</translation>
    </message>
    <message>
        <source>Exchange uses elliptic keys only on servers where they are switched on. Since the November 2024 security update a registry value does that; a setting override is no longer enough. Whether it is set cannot be read from here.</source>
        <translation>Exchange は、楕円曲線のキーが有効になっているサーバーでのみ、そのキーを使用します。2024 年 11 月のセキュリティ更新プログラム以降は、レジストリ値で有効にします。設定の上書き (SettingOverride) だけでは不十分です。設定されているかどうかは、ここからは読み取れません。</translation>
    </message>
    <message>
        <source>On each server that uses the certificate, check that the value EnableEccCertificateSupport under HKLM\SOFTWARE\Microsoft\ExchangeServer\v15\Diagnostics is the text 1. Otherwise set it, or request a certificate with an RSA key.</source>
        <translation>証明書を使用する各サーバーで、HKLM\SOFTWARE\Microsoft\ExchangeServer\v15\Diagnostics の値 EnableEccCertificateSupport が文字列の 1 であることを確認します。そうでない場合は、設定するか、RSA キーの証明書を要求します。</translation>
    </message>
    <message>
        <source>Private key missing</source>
        <translation>秘密キーがありません</translation>
    </message>
    <message>
        <source>Services are assigned to the certificate, but its private key is not on this server. They cannot use it, whatever the list says.</source>
        <translation>証明書にサービスが割り当てられていますが、秘密キーがこのサーバーにありません。一覧の表示にかかわらず、サービスはこの証明書を使用できません。</translation>
    </message>
    <message>
        <source>Import the certificate again with its key (a .pfx file), or try to repair the link on the server with certutil -repairstore.</source>
        <translation>秘密キーを含む証明書 (.pfx ファイル) をもう一度インポートするか、サーバー上で certutil -repairstore を使用して関連付けを修復します。</translation>
    </message>
    <message>
        <source>No internal transport certificate</source>
        <translation>内部トランスポート証明書がありません</translation>
    </message>
    <message>
        <source>The server names no certificate for mail between servers. Mail to and from it within the organisation stops or runs on an emergency certificate.</source>
        <translation>サーバー間のメールに使用する証明書が指定されていません。組織内のメールの送受信が停止するか、一時的な証明書で動作します。</translation>
    </message>
    <message>
        <source>Choose a valid certificate of the server and enable it for SMTP, answering Yes to the question about the default certificate.</source>
        <translation>サーバーの有効な証明書を選択して SMTP を割り当て、既定の SMTP 証明書を上書きするかどうかの確認に「はい」と回答します。</translation>
    </message>
    <message>
        <source>Internal transport certificate not on the server</source>
        <translation>内部トランスポート証明書がサーバーにありません</translation>
    </message>
    <message>
        <source>The directory names a certificate that the server does not have. Transport cannot load it (event 12013), so mail within the organisation stops or runs on an emergency certificate.</source>
        <translation>ディレクトリで指定された証明書がサーバーにありません。トランスポート サービスが証明書を読み込めず (イベント 12013)、組織内のメールが停止するか、一時的な証明書で動作します。</translation>
    </message>
    <message>
        <source>Let another valid certificate of the server take over, or import the missing one with its key.</source>
        <translation>サーバーのほかの有効な証明書に切り替えるか、不足している証明書を、秘密キーを含めてインポートします。</translation>
    </message>
    <message>
        <source>Auth certificate used for internal transport</source>
        <translation>Auth 証明書が内部トランスポートに使用されています</translation>
    </message>
    <message>
        <source>Somebody answered Yes where No was meant: the Auth certificate now also protects mail between servers. It bears no server name, and after the next rotation mail depends on a certificate that nobody expects to matter.</source>
        <translation>「いいえ」と回答すべき確認に「はい」と回答したため、Auth 証明書がサーバー間のメールにも使用されています。この証明書にはサーバー名が含まれません。また、次の更新の後、使用していないはずの以前の Auth 証明書にメールが依存することになります。</translation>
    </message>
    <message>
        <source>Give internal transport back to the certificate of the server itself.</source>
        <translation>内部トランスポートを、サーバー自身の証明書に戻します。</translation>
    </message>
    <message>
        <source>Internal transport uses an issued certificate</source>
        <translation>内部トランスポートに、証明機関が発行した証明書が使用されています</translation>
    </message>
    <message>
        <source>It works, but such a certificate lives a year or less. Each time it is replaced, internal transport has to be pointed at the new one, and the old one cannot be removed before.</source>
        <translation>動作に問題はありませんが、証明機関が発行した証明書の有効期間は 1 年以下です。置き換えるたびに内部トランスポートを新しい証明書に切り替える必要があり、切り替えるまで古い証明書は削除できません。</translation>
    </message>
    <message>
        <source>Let the self-signed certificate of the server take over, unless the choice was made on purpose.</source>
        <translation>意図した設定でない場合は、サーバーの自己署名証明書に切り替えます。</translation>
    </message>
    <message>
        <source>Internal transport still on the old certificate</source>
        <translation>内部トランスポートに古い証明書が使用されています</translation>
    </message>
    <message>
        <source>The certificate was renewed, but mail between servers still uses the older one. When that expires, other servers complain; and it cannot be removed as long as it is in use.</source>
        <translation>証明書は更新されましたが、サーバー間のメールには古い証明書が使用されています。有効期限が切れるとほかのサーバーで警告が発生します。また、使用されている間は削除できません。</translation>
    </message>
    <message>
        <source>Let the newer certificate take over internal transport.</source>
        <translation>新しい証明書に内部トランスポートを引き継ぎます。</translation>
    </message>
    <message>
        <source>No valid certificate for SMTP</source>
        <translation>SMTP に有効な証明書がありません</translation>
    </message>
    <message>
        <source>No valid certificate of the server is enabled for SMTP. It cannot offer encrypted connections, and partners that insist on them do not deliver.</source>
        <translation>SMTP が割り当てられた有効な証明書が、サーバーにありません。暗号化された接続を提供できず、暗号化を必須とする送信元からのメールが届きません。</translation>
    </message>
    <message>
        <source>Assign SMTP to a valid certificate with a private key, or renew the certificate of the server.</source>
        <translation>秘密キーのある有効な証明書に SMTP を割り当てるか、サーバーの証明書を更新します。</translation>
    </message>
    <message>
        <source>No certificate on port 443</source>
        <translation>ポート 443 に証明書がありません</translation>
    </message>
    <message>
        <source>None of the certificates in the store of the server is bound to the Default Web Site. Outlook, mobile devices and the Exchange admin center cannot connect to this server.</source>
        <translation>サーバーの証明書ストアにある証明書は、どれも Default Web Site にバインドされていません。Outlook、モバイル デバイス、Exchange 管理センターからこのサーバーに接続できません。</translation>
    </message>
    <message>
        <source>Assign IIS to a valid certificate. If a binding exists in IIS Manager, it names a certificate that is not in the store.</source>
        <translation>有効な証明書に IIS を割り当てます。IIS マネージャーにバインドがある場合、そのバインドで指定されている証明書は証明書ストアにありません。</translation>
    </message>
    <message>
        <source>No certificate on port 444</source>
        <translation>ポート 444 に証明書がありません</translation>
    </message>
    <message>
        <source>None of the certificates in the store of the server is bound to the Exchange Back End site. The front end finds nobody behind port 444: Outlook on the web stays blank, and the Exchange Management Shell cannot connect.</source>
        <translation>サーバーの証明書ストアにある証明書は、どれも Exchange Back End サイトにバインドされていません。フロント エンドがポート 444 に接続できないため、Outlook on the web には何も表示されず、Exchange 管理シェルも接続できません。</translation>
    </message>
    <message>
        <source>On the server, open IIS Manager, site Exchange Back End, Bindings, https 444, and choose the certificate named Microsoft Exchange. Then read the server again.</source>
        <translation>サーバーで IIS マネージャーを開き、サイト「Exchange Back End」の「バインド」で https 444 を選択して、「Microsoft Exchange」という名前の証明書を選択します。その後、最新の情報に更新します。</translation>
    </message>
    <message>
        <source>Port 443 still on the old certificate</source>
        <translation>ポート 443 が古い証明書のままです</translation>
    </message>
    <message>
        <source>A newer generation of this certificate is on the server, but the Default Web Site still shows the old one. Clients will see its expiry.</source>
        <translation>この証明書の更新後の証明書がサーバーにありますが、Default Web Site は古い証明書を提示しています。有効期限が切れると、クライアントに影響します。</translation>
    </message>
    <message>
        <source>Assign IIS to the newer certificate.</source>
        <translation>新しい証明書に IIS を割り当てます。</translation>
    </message>
    <message>
        <source>Port 444 still on the old certificate</source>
        <translation>ポート 444 が古い証明書のままです</translation>
    </message>
    <message>
        <source>A renewal does not rebind the Exchange Back End site, and no Exchange cmdlet does. If the old certificate is removed or expires, Outlook on the web, the admin center and the Exchange Management Shell stop on this server.</source>
        <translation>更新しても Exchange Back End サイトのバインドは変わりません。バインドを変更できる Exchange のコマンドレットもありません。古い証明書を削除するか、古い証明書の有効期限が切れると、このサーバーの Outlook on the web、Exchange 管理センター、Exchange 管理シェルが停止します。</translation>
    </message>
    <message>
        <source>On the server, trust the newer certificate (copy it to Trusted Root), then IIS Manager, Exchange Back End, Bindings, https 444: choose it. Read the server again before you remove the old one.</source>
        <translation>サーバーで新しい証明書を「信頼されたルート証明機関」にコピーし、IIS マネージャーのサイト「Exchange Back End」の「バインド」で https 444 に新しい証明書を指定します。古い証明書を削除する前に、最新の情報に更新します。</translation>
    </message>
    <message>
        <source>Port 443 shows a self-signed certificate</source>
        <translation>ポート 443 で自己署名証明書が提示されています</translation>
    </message>
    <message>
        <source>A valid certificate of a certification authority is on the server, but the Default Web Site uses a self-signed one. That happens when the self-signed one is renewed with IIS. Clients warn or refuse.</source>
        <translation>証明機関が発行した有効な証明書がサーバーにありますが、Default Web Site は自己署名証明書を使用しています。自己署名証明書の更新時に IIS を割り当てると発生します。クライアントは警告を表示するか、接続を拒否します。</translation>
    </message>
    <message>
        <source>Assign IIS to the certificate of the authority again.</source>
        <translation>証明機関が発行した証明書に、IIS を割り当て直します。</translation>
    </message>
    <message>
        <source>Port 443 differs from the other servers</source>
        <translation>ポート 443 の証明書がほかのサーバーと異なります</translation>
    </message>
    <message>
        <source>The other servers of the site present a certificate of a certification authority on port 443. This one presents a self-signed certificate, as setup leaves it on a server that was rebuilt or added. Clients that a load balancer sends here warn or refuse.</source>
        <translation>サイト内のほかのサーバーは、ポート 443 で証明機関が発行した証明書を提示しています。このサーバーは自己署名証明書を提示しています。再構築または追加したサーバーでは、セットアップの後はこの状態です。ロード バランサーからこのサーバーに接続したクライアントは、警告を表示するか、接続を拒否します。</translation>
    </message>
    <message>
        <source>Export the certificate with its private key from one of the other servers, import it on this server, and assign IIS to it. If no client connects to this server, nothing has to be done.</source>
        <translation>ほかのサーバーのいずれかから、証明書を秘密キーとともにエクスポートします。このサーバーにインポートし、IIS を割り当てます。このサーバーに接続するクライアントがない場合は、対処は不要です。</translation>
    </message>
    <message>
        <source>Renewed certificate not in Trusted Root</source>
        <translation>更新した証明書が信頼されたルート証明機関にありません</translation>
    </message>
    <message>
        <source>Setup puts the certificate of a server into its Trusted Root store, a renewal does not. The front end and monitoring then do not trust what answers on port 444, and health checks fail.</source>
        <translation>セットアップではサーバーの証明書が「信頼されたルート証明機関」ストアに追加されますが、更新では追加されません。フロント エンドや監視機能がポート 444 の応答を信頼せず、正常性チェックに失敗します。</translation>
    </message>
    <message>
        <source>On the server, in certlm.msc, copy the certificate from Personal to Trusted Root Certification Authorities. Then read the server again.</source>
        <translation>サーバーの certlm.msc で、証明書を「個人」から「信頼されたルート証明機関」にコピーします。その後、最新の情報に更新します。</translation>
    </message>
    <message>
        <source>Web Management Service may use the old certificate</source>
        <translation>Web 管理サービスが古い証明書を使用している可能性があります</translation>
    </message>
    <message>
        <source>A newer generation was made, but a cmdlet never selects it for the service, and no cmdlet shows which one the service uses. If the one in use is removed, the service stops, and with it updates and removal of Exchange.</source>
        <translation>更新後の新しい証明書がありますが、サービスの証明書はコマンドレットでは選択されず、どの証明書を使用しているかもコマンドレットでは確認できません。使用中の証明書を削除するとサービスが停止し、Exchange の更新やアンインストールもできなくなります。</translation>
    </message>
    <message>
        <source>On the server, stop the Web Management Service, choose the newer certificate in IIS Manager under Management Service, start it again, and only then remove the old one.</source>
        <translation>サーバーで Web 管理サービスを停止し、IIS マネージャーの「管理サービス」で新しい証明書を選択して、サービスを開始します。古い証明書は、その後で削除します。</translation>
    </message>
    <message>
        <source>Certificate bears another server name</source>
        <translation>証明書に別のサーバーの名前が含まれています</translation>
    </message>
    <message>
        <source>what the ports show</source>
        <translation>ポートが提示する証明書</translation>
    </message>
    <message>
        <source>Which certificates the ports really show (View &gt; Check what the ports serve)</source>
        <translation>ポートが実際に提示する証明書 (「表示 &gt; ポートが提示する証明書を確認」)</translation>
    </message>
    <message>
        <source>Check the ports…</source>
        <translation>ポートを確認…</translation>
    </message>
    <message>
        <source>What ports show</source>
        <translation>ポートが提示する証明書</translation>
    </message>
    <message>
        <source>Ports could not be looked at</source>
        <translation>ポートを確認できませんでした</translation>
    </message>
    <message>
        <source>Some ports of the server did not answer, so it is not known which certificate they show. That need not be a fault: this computer may not be allowed to reach them.</source>
        <translation>サーバーの一部のポートが応答しなかったため、提示される証明書は不明です。障害とは限りません。このコンピューターからの接続が許可されていない可能性があります。</translation>
    </message>
    <message>
        <source>Check the ports again from a computer in the network of the servers, or open the ports for this one.</source>
        <translation>サーバーと同じネットワークのコンピューターからもう一度確認するか、このコンピューターからの接続を許可します。</translation>
    </message>
    <message>
        <source>Port shows a certificate that is not on the server</source>
        <translation>サーバーにない証明書をポートが提示しています</translation>
    </message>
    <message>
        <source>Whoever connects is shown a certificate that the store of the server does not hold. Something in between answers in its place, a load balancer or a proxy; or the server was changed after it was read.</source>
        <translation>サーバーの証明書ストアにない証明書が、接続元に提示されています。ロード バランサーやプロキシなど、間にある機器が代わりに応答しているか、読み取り後にサーバーが変更されています。</translation>
    </message>
    <message>
        <source>Read the server again. If the certificate is still not there, find out which device answers on this port, and renew the certificate there.</source>
        <translation>最新の情報に更新します。それでも証明書がない場合は、このポートで応答している機器を特定し、その機器で証明書を更新します。</translation>
    </message>
    <message>
        <source>Port shows an expired certificate</source>
        <translation>期限切れの証明書をポートが提示しています</translation>
    </message>
    <message>
        <source>Whoever connects is shown a certificate that has expired, and clients that check dates refuse the connection. It is not among the certificates that were read from the server.</source>
        <translation>有効期限の切れた証明書が接続元に提示されており、有効期限を確認するクライアントは接続を拒否します。この証明書は、サーバーから読み取った証明書に含まれていません。</translation>
    </message>
    <message>
        <source>Find out what answers on this port: a load balancer or proxy in between, or a service with a certificate store of its own. Renew the certificate there.</source>
        <translation>このポートで応答しているものを特定します。間にあるロード バランサーやプロキシ、または独自の証明書ストアを持つサービスが考えられます。そこで証明書を更新します。</translation>
    </message>
    <message>
        <source>Port shows another certificate than IIS reports</source>
        <translation>IIS の報告と異なる証明書をポートが提示しています</translation>
    </message>
    <message>
        <source>The binding of the web site names one certificate, and the port shows another. Windows can hold bindings for an address or a host name beside the one that Exchange reports; and a binding may have changed since one of the two was read.</source>
        <translation>Web サイトのバインドに指定された証明書と、ポートが提示する証明書が異なります。Windows には、Exchange が報告するもののほかに、アドレスやホスト名ごとのバインドが存在することがあります。また、どちらかを読み取った後にバインドが変更された可能性もあります。</translation>
    </message>
    <message>
        <source>Read the server again and check its ports again. If they still differ, compare the bindings in IIS Manager with netsh http show sslcert on the server.</source>
        <translation>最新の情報に更新し、ポートをもう一度確認します。それでも異なる場合は、IIS マネージャーのバインドと、サーバーで実行した netsh http show sslcert の結果を比較します。</translation>
    </message>
    <message>
        <source>Mail port still shows the old certificate</source>
        <translation>メールのポートがまだ古い証明書を提示しています</translation>
    </message>
    <message>
        <source>The certificate was renewed, but this port still shows the older one: its successor does not carry the service, or the service has not noticed it yet. Clients and partners will see its expiry.</source>
        <translation>証明書は更新されましたが、このポートでは古い証明書が提示されています。新しい証明書にサービスが割り当てられていないか、サービスがまだ切り替わっていません。有効期限が切れると、クライアントや外部のサーバーに影響します。</translation>
    </message>
    <message>
        <source>Assign the service to the newer certificate. IMAP and POP show it after a restart of their services.</source>
        <translation>新しい証明書にサービスを割り当てます。IMAP と POP は、サービスの再起動後に新しい証明書を提示します。</translation>
    </message>
    <message>
        <source>Port offers no encryption</source>
        <translation>ポートが暗号化を提供していません</translation>
    </message>
    <message>
        <source>The service answers, but offers no TLS on this port. Usually no certificate with a private key carries the service, or its name does not match the connector. Partners that insist on encryption do not deliver.</source>
        <translation>サービスは応答しますが、このポートでは TLS を提供していません。多くの場合、秘密キーのある証明書にサービスが割り当てられていないか、証明書の名前がコネクタと一致していません。暗号化を必須とする送信元からのメールは届きません。</translation>
    </message>
    <message>
        <source>Assign the service to a valid certificate of the server, and compare the FQDN of the connector with the names on it.</source>
        <translation>サーバーの有効な証明書にサービスを割り当て、コネクタの FQDN と証明書の名前を比較します。</translation>
    </message>
    <message>
        <source>Port 444 shows an issued certificate</source>
        <translation>ポート 444 で、証明機関が発行した証明書が提示されています</translation>
    </message>
    <message>
        <source>Setup binds the self-signed certificate Microsoft Exchange to the Exchange Back End site. A certificate of an authority works there as long as it lives, but nobody thinks of port 444 when it is replaced and the old one removed.</source>
        <translation>セットアップでは、自己署名証明書「Microsoft Exchange」が Exchange Back End サイトにバインドされます。証明機関が発行した証明書でも有効期間内は動作しますが、証明書を入れ替えて古いものを削除するときに、ポート 444 は見落とされがちです。</translation>
    </message>
    <message>
        <source>In IIS Manager, site Exchange Back End, Bindings, https 444, choose the certificate named Microsoft Exchange, unless the choice was made on purpose.</source>
        <translation>意図した設定でない場合は、IIS マネージャーのサイト「Exchange Back End」の「バインド」で https 444 を選択し、「Microsoft Exchange」という名前の証明書を選択します。</translation>
    </message>
    <message>
        <source>The newer one lacks: %1</source>
        <translation>新しい証明書にないサービス: %1</translation>
    </message>
    <message>
        <source>whether it is the Web Management Service&apos;s (key container)</source>
        <translation>Web 管理サービスの証明書かどうか (キー コンテナー)</translation>
    </message>
    <message>
        <source>which provider stores the key</source>
        <translation>キーを保存しているプロバイダー</translation>
    </message>
    <message>
        <source>Expired, use not known</source>
        <translation>期限切れ (使用中かどうか不明)</translation>
    </message>
    <message>
        <source>The certificate has expired, and what was read does not tell whether anything uses it. If something does, clients and servers that check dates refuse the connection.</source>
        <translation>この証明書は期限切れですが、何かに使われているかどうかは、読み取った内容からは分かりません。使われている場合、有効期限を確認するクライアントやサーバーは接続を拒否します。</translation>
    </message>
    <message>
        <source>Read what is listed as not known, or export it as well. Then it is clear whether the certificate needs a successor or can be removed.</source>
        <translation>「不明」と表示されている項目を読み取るか、エクスポートに含めてください。後継の証明書が必要か、削除してよいかがはっきりします。</translation>
    </message>
    <message>
        <source>Answer imported without its key</source>
        <translation>応答が秘密キーなしでインポートされています</translation>
    </message>
    <message>
        <source>This certificate is the answer to a request that still waits on this server. It was imported by another way than the request, so it has no private key, and nothing can use it.</source>
        <translation>この証明書は、このサーバーで保留中の要求に対する応答です。要求とは別の方法でインポートされたため秘密キーがなく、どのサービスでも使用できません。</translation>
    </message>
    <message>
        <source>Complete the request: import the answer of the authority with Import-ExchangeCertificate on this server. If the request is gone, try certutil -repairstore My with the serial number of the certificate.</source>
        <translation>要求を完了してください。証明機関の応答を、このサーバーで Import-ExchangeCertificate を使ってインポートします。要求がすでにない場合は、証明書のシリアル番号を指定して certutil -repairstore My を試してください。</translation>
    </message>
    <message>
        <source>This certificate protects connections between servers, but the name of this server is not on it. It was imported from elsewhere, bound by mistake, or the names were changed. Servers that compare names refuse it.</source>
        <translation>この証明書はサーバー間の接続を保護しますが、このサーバーの名前が含まれていません。別の場所からインポートされたか、誤ってバインドされたか、名前が変更されています。名前を照合するサーバーは接続を拒否します。</translation>
    </message>
    <message>
        <source>Let the certificate of the server itself take over: for port 444 in IIS Manager, site Exchange Back End, Bindings, https 444. If there is none, New-ExchangeCertificate without names makes one with the right names.</source>
        <translation>サーバー自身の証明書に切り替えてください。ポート 444 は、IIS マネージャーのサイト Exchange Back End の [バインド]、https 444 で選択します。サーバー自身の証明書がない場合は、名前を指定せずに New-ExchangeCertificate を実行すると、正しい名前で作成されます。</translation>
    </message>
    <message>
        <source>Several certificates on one web site</source>
        <translation>1 つの Web サイトに複数の証明書があります</translation>
    </message>
    <message>
        <source>One web site of this server has bindings with different certificates, for addresses or host names. Clients see the one that fits their connection, and each of them has to be renewed.</source>
        <translation>このサーバーの 1 つの Web サイトに、アドレスやホスト名ごとに異なる証明書のバインドがあります。クライアントには接続先に合った証明書が提示され、どの証明書も更新が必要です。</translation>
    </message>
    <message>
        <source>Compare the bindings in IIS Manager. If only one certificate is meant, remove the other binding; otherwise renew each of them in time.</source>
        <translation>IIS マネージャーでバインドを比べてください。証明書を 1 つにするつもりなら、もう一方のバインドを削除します。そうでなければ、それぞれを期限前に更新してください。</translation>
    </message>
    <message>
        <source>Try certutil -repairstore My with its serial number on this server. If that does not help, delete this copy in certlm.msc and bring the certificate again with its key: wait for Exchange to distribute it, import a .pfx file, or run MonitorExchangeAuthCertificate. Where no server has the key, rotate.</source>
        <translation>このサーバーで、シリアル番号を指定して certutil -repairstore My を試してください。解決しない場合は、certlm.msc でこのコピーを削除し、秘密キー付きの証明書を用意し直します。Exchange による配布を待つか、.pfx ファイルをインポートするか、MonitorExchangeAuthCertificate を実行してください。どのサーバーにもキーがない場合は、ローテーションします。</translation>
    </message>
    <message>
        <source>Auth certificate named as in older instructions</source>
        <translation>Auth 証明書の名前が以前の手順のものです</translation>
    </message>
    <message>
        <source>Older instructions of Microsoft for the Hybrid Configuration Wizard create the Auth certificate under this name. Exchange works with it; only support tools expect the usual name.</source>
        <translation>ハイブリッド構成ウィザード向けの Microsoft の以前の手順では、Auth 証明書をこの名前で作成します。Exchange の動作に問題はなく、サポート用のツールだけが通常の名前を期待します。</translation>
    </message>
    <message>
        <source>Nothing has to be done now. The next rotation makes one with the usual name.</source>
        <translation>今すぐ行うことはありません。次のローテーションで、通常の名前の証明書が作成されます。</translation>
    </message>
    <message>
        <source>Auth certificate with an unsupported key</source>
        <translation>Auth 証明書のキーがサポートされていません</translation>
    </message>
    <message>
        <source>The Auth certificate needs an RSA key in a cryptographic service provider (CSP). Exchange cannot sign tokens with an elliptic key, even where such keys are switched on for other services, nor with a key that a CNG provider stores.</source>
        <translation>Auth 証明書には、暗号化サービス プロバイダー (CSP) の RSA キーが必要です。楕円曲線のキーでは、ほかのサービスで有効になっていても、Exchange はトークンに署名できません。CNG プロバイダーに保存されたキーでも署名できません。</translation>
    </message>
    <message>
        <source>Rotate to a new Auth certificate: Exchange creates it with a suitable key. If only some servers store the key with a CNG provider, delete the certificate there and import it again with certutil -csp &quot;Microsoft RSA SChannel Cryptographic Provider&quot; -importpfx.</source>
        <translation>新しい Auth 証明書にローテーションします。Exchange は適切なキーで作成します。一部のサーバーだけで CNG プロバイダーにキーが保存されている場合は、そのサーバーで証明書を削除し、certutil -csp &quot;Microsoft RSA SChannel Cryptographic Provider&quot; -importpfx でインポートし直します。</translation>
    </message>
    <message>
        <source>Valid Auth certificate not in use</source>
        <translation>有効なAuth 証明書が使われていません</translation>
    </message>
    <message>
        <source>A valid certificate with the name of the Auth certificate is there, but the configuration does not name it: renewing an Auth certificate on one server does not put it to use. The organisation needs a successor now, and this one can be it.</source>
        <translation>Auth 証明書の名前を持つ有効な証明書がありますが、構成では指定されていません。1 台のサーバーでAuth 証明書を更新しても、使用されるようにはなりません。組織には今、後継の証明書が必要であり、この証明書を使えます。</translation>
    </message>
    <message>
        <source>Probably the Auth certificate, and ending</source>
        <translation>Auth 証明書と思われ、期限が近いか切れています</translation>
    </message>
    <message>
        <source>By its name this is most likely the Auth certificate of the organisation, but the Auth configuration was not read. An Auth certificate is never renewed on one server: it is rotated for the whole organisation.</source>
        <translation>名前から見て組織のAuth 証明書である可能性が高いのですが、認証構成を読み取っていません。Auth 証明書は 1 台のサーバーで更新するものではなく、組織全体でローテーションします。</translation>
    </message>
    <message>
        <source>Read the Auth configuration, or export Get-AuthConfig as well. If it names this certificate, rotate it.</source>
        <translation>認証構成を読み取るか、Get-AuthConfig の結果もエクスポートしてください。この証明書が指定されていれば、ローテーションします。</translation>
    </message>
    <message>
        <source>Cloud connector does not insist on TLS</source>
        <translation>クラウド コネクタが TLS を必須にしていません</translation>
    </message>
    <message>
        <source>The connector carries mail to Exchange Online as internal mail, but does not require TLS or does not check the other side. Headers that mark mail as internal are only trusted over a checked connection.</source>
        <translation>このコネクタは Exchange Online へのメールを内部メールとして送信しますが、TLS を必須にしていないか、相手を検証していません。内部メールを示すヘッダーは、検証された接続でのみ信頼されます。</translation>
    </message>
    <message>
        <source>Run the Hybrid Configuration Wizard again, or set RequireTLS to true and TlsAuthLevel to DomainValidation with TlsDomain mail.protection.outlook.com.</source>
        <translation>ハイブリッド構成ウィザードを再実行するか、RequireTLS を true に、TlsAuthLevel を DomainValidation に、TlsDomain を mail.protection.outlook.com に設定してください。</translation>
    </message>
    <message>
        <source>Certificate name of a connector is malformed</source>
        <translation>コネクタの証明書名の形式が正しくありません</translation>
    </message>
    <message>
        <source>The property TlsCertificateName of the connector does not have the form &lt;I&gt;issuer&lt;S&gt;subject. Exchange finds no certificate for it, and the connection is made without the certificate that was meant.</source>
        <translation>コネクタのプロパティ TlsCertificateName が &lt;I&gt;発行者&lt;S&gt;サブジェクト の形式になっていません。Exchange は証明書を見つけられず、意図した証明書なしで接続します。</translation>
    </message>
    <message>
        <source>Set TlsCertificateName again, with the issuer and the subject of the certificate as Get-ExchangeCertificate shows them: &lt;I&gt;issuer&lt;S&gt;subject.</source>
        <translation>TlsCertificateName を設定し直してください。Get-ExchangeCertificate で表示される証明書の発行者とサブジェクトを使い、&lt;I&gt;発行者&lt;S&gt;サブジェクト の形式で指定します。</translation>
    </message>
    <message>
        <source>Connector certificate with client authentication</source>
        <translation>コネクタの証明書にクライアント認証の用途があります</translation>
    </message>
    <message>
        <source>A connector uses a certificate that is also meant for client authentication. Public certification authorities stop issuing such certificates by March 2027, so the next one will not have this purpose. The certificates that Exchange creates do not have it either.</source>
        <translation>コネクタが、クライアント認証の用途も持つ証明書を使用しています。商用の証明機関は、2027 年 3 月までにこのような証明書の発行を終了するため、次の証明書にはこの用途がありません。Exchange が作成する証明書にも、この用途はありません。</translation>
    </message>
    <message>
        <source>Nothing has to be corrected. Whether other mail servers require client authentication cannot be read from here: before you replace the certificate, ask the organisations whose servers check it.</source>
        <translation>修正は不要です。ほかのメール サーバーがクライアント認証を必要とするかどうかは、ここからは読み取れません。証明書を置き換える前に、証明書を確認するサーバーを運用している組織に問い合わせてください。</translation>
    </message>
    <message>
        <source>No certificate for the name of a connector</source>
        <translation>コネクタの名前に合う証明書がありません</translation>
    </message>
    <message>
        <source>The connector announces a name that no valid certificate with SMTP on its server has. Exchange then offers no encryption on this connector (event 12014), and clients and partners that insist on it are refused.</source>
        <translation>このコネクタが名乗る名前を持ち、SMTP が割り当てられた有効な証明書が、サーバーにありません。Exchange はこのコネクタで暗号化を提供せず (イベント 12014)、暗号化を必須とするクライアントや相手先は接続できません。</translation>
    </message>
    <message>
        <source>Assign SMTP to a valid certificate with that name, or set the FQDN of the connector to a name that a certificate with SMTP has.</source>
        <translation>その名前を持つ有効な証明書に SMTP を割り当てるか、コネクタの FQDN を、SMTP が割り当てられた証明書にある名前に変更してください。</translation>
    </message>
    <message>
        <source>Which TLS the servers at the other end of connectors really offer</source>
        <translation>コネクタの接続先のサーバーが実際に提供する TLS</translation>
    </message>
    <message>
        <source>Stage or publish this one instead of making another: the rotation offers it. See that every server has it.</source>
        <translation>新たに作成せず、この証明書を次の Auth 証明書として設定するか、公開してください。「Auth 証明書の更新」で選択できます。すべてのサーバーに配布されていることを確認してください。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
</context>
<context>
    <name>LeftText</name>
    <message>
        <source>Restart the Microsoft Exchange Service Host</source>
        <translation>Microsoft Exchange Service Host サービスを再起動する</translation>
    </message>
    <message>
        <source>Recycle the application pools MSExchangeOWAAppPool and MSExchangeECPAppPool</source>
        <translation>アプリケーション プール MSExchangeOWAAppPool と MSExchangeECPAppPool をリサイクルする</translation>
    </message>
    <message>
        <source>Run the Hybrid Configuration Wizard again</source>
        <translation>ハイブリッド構成ウィザードを再実行する</translation>
    </message>
    <message>
        <source>Upload the new certificate to the hybrid application in Entra, if you use one</source>
        <translation>Entra のハイブリッド アプリケーションを使用している場合は、新しい証明書をアップロードする</translation>
    </message>
    <message>
        <source>Bind port 444 to the new certificate</source>
        <translation>ポート 444 を新しい証明書にバインドする</translation>
    </message>
    <message>
        <source>Copy the new certificate to the Trusted Root store</source>
        <translation>新しい証明書を「信頼されたルート証明機関」ストアにコピーする</translation>
    </message>
    <message>
        <source>Choose the new certificate for the Web Management Service</source>
        <translation>Web 管理サービスに新しい証明書を選択する</translation>
    </message>
    <message>
        <source>Subscribe the Edge servers again</source>
        <translation>エッジ サーバーを再度サブスクライブする</translation>
    </message>
    <message>
        <source>The Auth certificate is there without its private key</source>
        <translation>Auth 証明書に秘密キーがない</translation>
    </message>
    <message>
        <source>Whether the Auth certificate has arrived is not known</source>
        <translation>Auth 証明書が届いているかどうかが不明</translation>
    </message>
    <message>
        <source>The Auth certificate has not arrived</source>
        <translation>Auth 証明書が届いていない</translation>
    </message>
    <message>
        <source>The service uses the new Auth certificate after a restart. Do it on %1.</source>
        <extracomment>%1: a server</extracomment>
        <translation>再起動すると、サービスが新しい Auth 証明書を使用します。%1 で行ってください。</translation>
    </message>
    <message>
        <source>Outlook on the web and the Exchange admin center use the new Auth certificate after that. Do it on %1; signed-in users may have to sign in again.</source>
        <extracomment>%1: a server</extracomment>
        <translation>リサイクルすると、Outlook on the web と Exchange 管理センターが新しい Auth 証明書を使用します。%1 で行ってください。サインイン中のユーザーは、もう一度サインインが必要になることがあります。</translation>
    </message>
    <message>
        <source>It tells Exchange Online about the new Auth certificate. Until then free/busy and other features across the two sides do not work.</source>
        <translation>ウィザードによって、新しい Auth 証明書が Exchange Online に登録されます。それまでは、空き時間情報など、オンプレミスとクラウドにまたがる機能は使用できません。</translation>
    </message>
    <message>
        <source>Only organisations with a dedicated hybrid application need this. The command, on a server that has the certificate, writes its public part to a file. ConfigureExchangeHybridApplication.ps1 uploads it.</source>
        <translation>専用のハイブリッド アプリケーションを使用している組織だけで必要です。証明書があるサーバーで次のコマンドを実行すると、秘密キーを含まない証明書がファイルに保存されます。アップロードには ConfigureExchangeHybridApplication.ps1 を使用します。</translation>
    </message>
    <message>
        <source>Exchange has no command for this. On %2, choose %1 in IIS Manager, site Exchange Back End, Bindings, https 444. Removing the old certificate before stops Outlook on the web and the Exchange Management Shell.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>Exchange には、この作業のためのコマンドがありません。%2 の IIS マネージャーで、サイト「Exchange Back End」の「バインド」から https 444 を開き、%1 を選択してください。先に古い証明書を削除すると、Outlook on the web と Exchange 管理シェルが停止します。</translation>
    </message>
    <message>
        <source>What port 444 presents must be trusted on its own server. Copy %1 on %2 in certlm.msc from Personal to Trusted Root Certification Authorities, without its private key.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>ポート 444 が提示する証明書は、そのサーバー自身で信頼されている必要があります。%2 の certlm.msc で、%1 を「個人」から「信頼されたルート証明機関」に、秘密キーなしでコピーしてください。</translation>
    </message>
    <message>
        <source>On %2, stop Management Service in IIS Manager, choose %1, and start it again. Do this before you remove the old certificate.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>%2 の IIS マネージャーで「管理サービス」を停止し、%1 を選択してから、もう一度開始してください。古い証明書を削除する前に行ってください。</translation>
    </message>
    <message>
        <source>Edge subscriptions trust the certificate that %1 used before for mail between servers. Run New-EdgeSubscription on each Edge server and import its file on a Mailbox server of the site.</source>
        <extracomment>%1: a server</extracomment>
        <translation>エッジ サブスクリプションは、%1 がサーバー間のメールに以前使用していた証明書を信頼しています。各エッジ サーバーで New-EdgeSubscription を実行し、作成されたファイルをサイトのメールボックス サーバーでインポートしてください。</translation>
    </message>
    <message>
        <source>%1 could not be read. Refresh it when it answers.</source>
        <extracomment>%1: a server</extracomment>
        <translation>%1 を読み取れませんでした。応答するようになったら、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>The copy on %1 is of no use. Repair it there with certutil -repairstore, or delete it in certlm.msc so that Exchange copies it again.</source>
        <extracomment>%1: a server</extracomment>
        <translation>%1 にあるコピーは使用できません。certutil -repairstore で修復するか、certlm.msc で削除して、Exchange によって再び配布されるのを待ってください。</translation>
    </message>
    <message>
        <source>Sign-ins to Outlook on the web fail on %1 until it has %2. Exchange copies it by itself, usually within a day; Kakuin can copy it, too.</source>
        <extracomment>%1: a server, %2: the beginning of a thumbprint</extracomment>
        <translation>%1 に %2 が届くまで、Outlook on the web へのサインインは失敗します。証明書は Exchange によって自動的に、通常は 1 日以内に配布されます。Kakuin でコピーすることもできます。</translation>
    </message>
    <message>
        <source>to be done</source>
        <extracomment>state of something that is left to do</extracomment>
        <translation>未完了</translation>
    </message>
    <message>
        <source>later: the certificate is not in use there yet</source>
        <extracomment>state of something that is left to do</extracomment>
        <translation>後で実行 (証明書はまだ使用されていません)</translation>
    </message>
    <message>
        <source>ticked by %1 on %2</source>
        <extracomment>state of something that was ticked off; %1: a user of the computer, %2: when</extracomment>
        <translation>%1 が完了としてチェック (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n to be done</source>
        <extracomment>beside a server: how many things can be done there now</extracomment>
        <translation>
            <numerusform>未完了 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>all ticked off</source>
        <extracomment>beside a server: nothing is left to be done there, because everything was ticked off</extracomment>
        <translation>すべてチェック済み</translation>
    </message>
    <message numerus="yes">
        <source>%n things are left to do.</source>
        <translation>
            <numerusform>残りの作業が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are left to do</source>
        <extracomment>the beginning of a sentence; %n: how many things</extracomment>
        <translation>
            <numerusform>残りの作業が %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n servers.</source>
        <extracomment>%1: &quot;9 things are left to do&quot;; %n: a number of servers</extracomment>
        <translation>
            <numerusform>%1、%n 台のサーバーにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>work that is done by hand; %1: a server, %2: what is to be done</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left to do by hand: %1</source>
        <extracomment>a line of the history; %1: what is to be done by hand</extracomment>
        <translation>手動で行う残りの作業: %1</translation>
    </message>
    <message>
        <source>Ticked: %1, by %2 on %3, %4</source>
        <extracomment>a line of the history; %1: what was done by hand, %2: a user, %3: a computer, %4: when</extracomment>
        <translation>完了としてチェック: %1 (%3 の %2、%4)</translation>
    </message>
    <message>
        <source>Tick taken back: %1, by %2 on %3, %4</source>
        <extracomment>a line of the history; %1: what is to be done by hand, %2: a user, %3: a computer, %4: when</extracomment>
        <translation>チェックを取り消し: %1 (%3 の %2、%4)</translation>
    </message>
</context>
<context>
    <name>LeftToDoDialog</name>
    <message>
        <source>Left to do</source>
        <translation>残りの作業</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>最新の情報に更新(&amp;F)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>LeftToDoPanel</name>
    <message>
        <source>What is left to do, by server</source>
        <translation>サーバーごとの残りの作業</translation>
    </message>
    <message>
        <source>Commands for Windows PowerShell on the server</source>
        <translation>サーバーの Windows PowerShell で実行するコマンド</translation>
    </message>
    <message>
        <source>Copy &amp;commands</source>
        <translation>コマンドをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;list</source>
        <translation>一覧をコピー(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LiveText</name>
    <message>
        <source>%1 (Default Web Site)</source>
        <extracomment>%1: &quot;HTTPS 443&quot;; a web site of IIS</extracomment>
        <translation>%1 (Default Web Site)</translation>
    </message>
    <message>
        <source>%1 (Exchange Back End)</source>
        <extracomment>%1: &quot;HTTPS 444&quot;; a web site of IIS</extracomment>
        <translation>%1 (Exchange Back End)</translation>
    </message>
    <message>
        <source>%1 (Web Management Service)</source>
        <extracomment>%1: &quot;HTTPS 8172&quot;</extracomment>
        <translation>%1 (Web 管理サービス)</translation>
    </message>
    <message>
        <source>Nothing listens on this port.</source>
        <translation>このポートは接続を受け付けていません。</translation>
    </message>
    <message>
        <source>No answer in time: the server is down, or a firewall is in between.</source>
        <translation>時間内に応答がありません。サーバーが停止しているか、ファイアウォールで遮断されています。</translation>
    </message>
    <message>
        <source>This computer finds no address for %1.</source>
        <translation>このコンピューターから %1 のアドレスを取得できません。</translation>
    </message>
    <message>
        <source>The server closed the connection before it had shown a certificate.</source>
        <translation>証明書を提示する前に、サーバーが接続を閉じました。</translation>
    </message>
    <message>
        <source>The service answers, but begins no encryption here.</source>
        <translation>サービスは応答しますが、このポートでは TLS を開始しません。</translation>
    </message>
    <message>
        <source>What answers there is another service.</source>
        <translation>応答しているのは別のサービスです。</translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation>暗号化された接続を確立できませんでした。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a sentence, %2: technical text in English</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: a certificate&apos;s name, %2: its thumbprint</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Looked at %1</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>%1 に確認</translation>
    </message>
    <message>
        <source>Seen at %1 (%2)</source>
        <extracomment>%1: a time, or a day and a time, %2: &quot;TLSv1.2&quot;</extracomment>
        <translation>%1 に確認 (%2)</translation>
    </message>
    <message>
        <source>%1, %3: %2</source>
        <extracomment>%1: a port, %2: a sentence that says why nothing was seen, %3: a time</extracomment>
        <translation>%1、%3: %2</translation>
    </message>
    <message>
        <source>%1 served %2 at %3</source>
        <extracomment>%1: a port, %2: a thumbprint, %3: a time</extracomment>
        <translation>%1 は %3 に %2 を提示しました</translation>
    </message>
</context>
<context>
    <name>MatrixText</name>
    <message>
        <source>Own</source>
        <comment>header of a column: the server&apos;s own certificate</comment>
        <translation>サーバー自身</translation>
    </message>
    <message>
        <source>Connectors</source>
        <comment>header of a column</comment>
        <translation>コネクタ</translation>
    </message>
    <message>
        <source>Send and receive connectors, hybrid mail</source>
        <translation>送信コネクタ、受信コネクタ、ハイブリッド メール</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>whether a server has a certificate for a role</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>the server does not hold the certificate of a role</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a certificate; %1: its name, %2: &quot;in 12 days&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>for screen readers: a server has no certificate for a role</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <extracomment>for screen readers; %1: why</extracomment>
        <translation>不明: %1</translation>
    </message>
    <message>
        <source>the source does not tell</source>
        <translation>取得元に情報がありません</translation>
    </message>
    <message>
        <source>missing: the server does not hold this certificate</source>
        <translation>証明書なし: このサーバーにこの証明書はありません</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>for screen readers; %1: &quot;in 12 days&quot;, %2: &quot;expires soon&quot;, %3: a certificate</extracomment>
        <translation>%1、%2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <extracomment>for screen readers; %1: the first certificate of a cell with several</extracomment>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>heading of a tooltip; %1: a server, %2: a role</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None: this was read, and no certificate of the server has this role.</source>
        <translation>なし (このサーバーには、この役割の証明書がないことを確認済みです)</translation>
    </message>
    <message>
        <source>The role belongs to certificate %1, which this server does not hold.</source>
        <translation>この役割は証明書 %1 に割り当てられていますが、このサーバーにその証明書がありません。</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <extracomment>a certificate in a tooltip; %1: its name, %2: &quot;in 12 days&quot;, %3: a date</extracomment>
        <translation>%1、%2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read holds too little of some of the server&apos;s certificates to tell.</source>
        <translation>判断に必要な情報が、このサーバーの一部の証明書について不足しています。</translation>
    </message>
    <message>
        <source>There may be more. %1</source>
        <extracomment>%1: a sentence that says why</extracomment>
        <translation>ほかにもある可能性があります。%1</translation>
    </message>
    <message>
        <source>Not known. %1</source>
        <translation>不明です。%1</translation>
    </message>
    <message>
        <source>The port shows what was read.</source>
        <translation>ポートは、読み取った内容と同じ証明書を提示しています。</translation>
    </message>
    <message>
        <source>The port shows another certificate than was read.</source>
        <translation>ポートは、読み取った内容とは別の証明書を提示しています。</translation>
    </message>
    <message>
        <source>The port was looked at, but showed no certificate.</source>
        <translation>ポートを確認しましたが、証明書は提示されませんでした。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>cell and port</comment>
        <extracomment>for screen readers; %1: what a cell says, %2: a sentence about the port</extracomment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Nothing needs doing</source>
        <translation>対応は不要です</translation>
    </message>
    <message>
        <source>Renew it now</source>
        <translation>今すぐ更新してください</translation>
    </message>
    <message>
        <source>Rotate the Auth certificate</source>
        <translation>Auth 証明書を更新してください</translation>
    </message>
    <message>
        <source>See that the next Auth certificate takes over</source>
        <translation>次の Auth 証明書への切り替えを確認してください</translation>
    </message>
    <message>
        <source>Request its successor</source>
        <translation>後継の証明書を要求してください</translation>
    </message>
    <message>
        <source>Let its successor take over</source>
        <translation>後継の証明書に切り替えてください</translation>
    </message>
    <message>
        <source>Look at it on the server</source>
        <translation>サーバー上で確認してください</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <extracomment>%1: a date</extracomment>
        <translation>%1 まで有効です。</translation>
    </message>
    <message>
        <source>Takes about a minute. Mail keeps flowing; nothing is removed.</source>
        <translation>1 分ほどで完了します。メール フローは停止せず、何も削除されません。</translation>
    </message>
    <message>
        <source>It belongs to the whole organisation, so it is not renewed on one server, and it is too late for one that is staged. The rotation replaces it at once.</source>
        <translation>組織全体の証明書のため、サーバーごとには更新しません。次の証明書を設定しても有効期限に間に合わないため、Auth 証明書の更新ですぐに置き換えてください。</translation>
    </message>
    <message>
        <source>It belongs to the whole organisation, so it is not renewed on one server. %1 is there already and can take its place: stage it at least 48 hours before this one expires.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>組織全体の証明書のため、サーバーごとには更新しません。既に作成されている %1 に置き換えられます。有効期限の 48 時間以上前に、次の証明書として設定してください。</translation>
    </message>
    <message>
        <source>It belongs to the whole organisation, so it is not renewed on one server: create a new one, and stage it at least 48 hours before this one expires.</source>
        <translation>組織全体の証明書のため、サーバーごとには更新しません。新しい証明書を作成し、有効期限の 48 時間以上前に、次の Auth 証明書として設定してください。</translation>
    </message>
    <message>
        <source>The next one takes effect on %1. Check before then that every server has it.</source>
        <extracomment>%1: a date with time</extracomment>
        <translation>次の Auth 証明書は %1 に有効になります。それまでに、すべてのサーバーに配布されていることを確認してください。</translation>
    </message>
    <message>
        <source>A certification authority issued it, so it cannot be renewed here. Request a new one there and import it on %1.</source>
        <translation>証明機関が発行した証明書のため、ここでは更新できません。証明機関に新しい証明書を要求し、%1 にインポートしてください。</translation>
    </message>
    <message>
        <source>Its dates cannot be read, so Kakuin cannot say how long it is valid.</source>
        <translation>日付を読み取れないため、有効期限は不明です。</translation>
    </message>
    <message>
        <source>Complete the request</source>
        <translation>要求を完了してください</translation>
    </message>
    <message>
        <source>Bring its private key</source>
        <translation>秘密キーを用意してください</translation>
    </message>
    <message>
        <source>Read the Auth configuration</source>
        <translation>認証構成を読み取ってください</translation>
    </message>
    <message>
        <source>Stage or publish it as the Auth certificate</source>
        <translation>Auth 証明書として設定または公開してください</translation>
    </message>
    <message>
        <source>Renew it the federation trust&apos;s way</source>
        <translation>フェデレーション信頼の手順で更新してください</translation>
    </message>
    <message>
        <source>Let its successor take over internal transport</source>
        <translation>新しい証明書に内部トランスポートを引き継いでください</translation>
    </message>
    <message>
        <source>Bind port 444 to its successor</source>
        <translation>ポート 444 を新しい証明書にバインドしてください</translation>
    </message>
    <message>
        <source>Choose its successor for the Web Management Service</source>
        <translation>Web 管理サービスで新しい証明書を選択してください</translation>
    </message>
    <message>
        <source>Let the server trust its successor</source>
        <translation>サーバーに新しい証明書を信頼させてください</translation>
    </message>
    <message>
        <source>Clear its name on the connectors</source>
        <translation>コネクタの証明書名をクリアしてください</translation>
    </message>
    <message>
        <source>Name its successor on the connectors</source>
        <translation>コネクタに新しい証明書を指定してください</translation>
    </message>
    <message>
        <source>It can be removed</source>
        <translation>削除できます</translation>
    </message>
    <message>
        <source>Find out whether it is still used</source>
        <translation>まだ使われているかどうかを確認してください</translation>
    </message>
    <message>
        <source>Import the answer of the certification authority on %1. Until then it only keeps the key.</source>
        <translation>証明機関の応答を %1 でインポートしてください。それまでは、キーを保持しているだけです。</translation>
    </message>
    <message>
        <source>It is the answer to a request that still waits on %1, and has no private key. Import the answer with Import-ExchangeCertificate there, so that it is joined with the key of the request.</source>
        <translation>%1 で保留中の要求に対する応答ですが、秘密キーがありません。%1 で Import-ExchangeCertificate を使って応答をインポートすると、要求のキーと結び付きます。</translation>
    </message>
    <message>
        <source>Its private key is not on %1, so nothing can use it. Try certutil -repairstore there, or import the certificate again with its key.</source>
        <translation>秘密キーが %1 にないため、どのサービスでも使用できません。%1 で certutil -repairstore を試すか、証明書を秘密キー付きでインポートし直してください。</translation>
    </message>
    <message>
        <source>The next one has no effective date. Stage it again with one.</source>
        <translation>次の証明書に有効開始日がありません。有効開始日を指定して設定し直してください。</translation>
    </message>
    <message>
        <source>By its name it is most likely the Auth certificate of the organisation, which is rotated and never renewed on one server. Get-AuthConfig says whether it is.</source>
        <translation>名前から見て組織の Auth 証明書である可能性が高く、その場合は 1 台のサーバーで更新せず、ローテーションします。Get-AuthConfig で確認できます。</translation>
    </message>
    <message>
        <source>The federation trust names it, so a renewed copy would not be the trust&apos;s. Create a new one with New-ExchangeCertificate, name it with Set-FederationTrust -Thumbprint, wait until every server has it, and publish it with Set-FederationTrust -PublishFederationCertificate.</source>
        <translation>フェデレーション信頼で指定されている証明書のため、更新して作成した証明書は信頼に使われません。New-ExchangeCertificate で新しい証明書を作成し、Set-FederationTrust -Thumbprint で指定し、すべてのサーバーに届くのを待ってから、Set-FederationTrust -PublishFederationCertificate で公開してください。</translation>
    </message>
    <message>
        <source>%1 can do its work and is valid for longer, but mail between servers still uses this one.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 が代わりに使用でき、有効期間も長いのですが、サーバー間のメールにはまだこの証明書が使われています。</translation>
    </message>
    <message>
        <source>%1 can do its work and is valid for longer, but lacks %2. Assign them to it.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: services</extracomment>
        <translation>%1 が代わりに使用でき、有効期間も長いのですが、%2 が割り当てられていません。割り当ててください。</translation>
    </message>
    <message>
        <source>%1 can do its work, but port 443 still shows this one. Assign IIS to it.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 が代わりに使用できますが、ポート 443 ではまだこの証明書が提示されます。IIS を割り当ててください。</translation>
    </message>
    <message>
        <source>%1 can do its work, but port 444 still shows this one. On %2, in IIS Manager, site Exchange Back End, Bindings, https 444, choose it. Removing this one before stops Outlook on the web.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>%1 が代わりに使用できますが、ポート 444 ではまだこの証明書が提示されます。%2 の IIS マネージャーで、サイト Exchange Back End の [バインド]、https 444 を開いて選択してください。その前にこの証明書を削除すると、Outlook on the web が停止します。</translation>
    </message>
    <message>
        <source>Which certificate the service uses, no cmdlet shows. On %2, in IIS Manager under Management Service, choose %1 before you remove this one.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>サービスがどの証明書を使っているかは、コマンドレットでは分かりません。%2 の IIS マネージャーの [管理サービス] で %1 を選択してから、この証明書を削除してください。</translation>
    </message>
    <message>
        <source>%1 is bound, but does not lie in the Trusted Root store of %2. Copy it there in certlm.msc.</source>
        <extracomment>%1: the beginning of a thumbprint, %2: a server</extracomment>
        <translation>%1 はバインドされていますが、%2 の信頼されたルートのストアにありません。certlm.msc でコピーしてください。</translation>
    </message>
    <message>
        <source>It has expired, and nothing uses it. Whether anything depends on it is checked once more before that.</source>
        <translation>期限切れで、何にも使われていません。削除の前に、依存するものがないかをもう一度確認します。</translation>
    </message>
    <message>
        <source>%1 does its work, and no use of this one is known.</source>
        <translation>%1 が代わりに使われており、この証明書の用途は見つかっていません。</translation>
    </message>
    <message>
        <source>Whether anything still uses it could not be read.</source>
        <translation>まだ使われているかどうかを読み取れませんでした。</translation>
    </message>
    <message>
        <source>%1 can do its work. Whether anything still uses this one could not be read.</source>
        <translation>%1 が代わりに使用できます。この証明書がまだ使われているかどうかは読み取れませんでした。</translation>
    </message>
    <message>
        <source>Make a certificate that can take over</source>
        <translation>引き継げる証明書を作成してください</translation>
    </message>
    <message>
        <source>It has expired and nothing uses it, but connectors that are switched off still name it, and Exchange does not remove what a Send connector names. Clear TlsCertificateName on the connectors that are listed under its uses, then remove it.</source>
        <translation>有効期限が切れており、使用されていませんが、無効になっているコネクタでまだ指定されています。Exchange では、送信コネクタで指定されている証明書は削除できません。この証明書の用途に表示されているコネクタの TlsCertificateName をクリアしてから、証明書を削除してください。</translation>
    </message>
    <message>
        <source>%1 bears the same names, so the connectors that are listed under the uses of this one find either of the two, and Exchange removes neither while Send connectors name them. To remove this one, clear TlsCertificateName on these connectors, remove it on all their servers, and set the name again.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 は同じ名前の証明書です。用途に表示されているコネクタでは 2 つの証明書を区別できず、送信コネクタで指定されている間は、Exchange はどちらも削除しません。この証明書を削除するには、これらのコネクタの TlsCertificateName をクリアし、コネクタのすべてのサーバーから証明書を削除した後、TlsCertificateName を設定し直してください。</translation>
    </message>
    <message>
        <source>%1 can do its work, but connectors still name this one, and Exchange does not remove what they name. Set TlsCertificateName on the connectors that are listed under its uses to the issuer and subject of %1.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 が代わりに使用できますが、コネクタではまだこの証明書が指定されており、Exchange は指定されている証明書を削除しません。用途に表示されているコネクタの TlsCertificateName に、%1 の発行者とサブジェクトを設定してください。</translation>
    </message>
    <message>
        <source>It is made for another purpose and does a server&apos;s work. Make a certificate for %1 with New-ExchangeCertificate, and let it take over.</source>
        <translation>別の用途の証明書がサーバーで使われています。New-ExchangeCertificate で %1 の証明書を作成し、引き継いでください。</translation>
    </message>
    <message>
        <source>It bears the name of the Auth certificate and is valid, but the Auth configuration does not name it, and the one that is named needs a successor. Use this one instead of making another.</source>
        <translation>Auth 証明書の名前を持つ有効な証明書ですが、認証構成では指定されていません。指定されている証明書は、新しい証明書に置き換える必要があります。別の証明書を作成せず、この証明書を使用してください。</translation>
    </message>
    <message>
        <source>Its private key is not on %1, but other servers have it or may have it. Try certutil -repairstore on %1. If that does not help, delete this copy there in certlm.msc, so that Exchange copies it again or you can import it with its key. Where a rotation is due anyway, it replaces this copy.</source>
        <extracomment>%1: a server</extracomment>
        <translation>秘密キーが %1 にありませんが、ほかのサーバーにはあるか、ある可能性があります。%1 で certutil -repairstore を試してください。解決しない場合は、%1 の certlm.msc でこのコピーを削除してください。その後、Exchange によって再び配布されるのを待つか、証明書を秘密キー付きでインポートしてください。Auth 証明書の更新がいずれにしても必要な場合は、更新によってこのコピーも置き換えられます。</translation>
    </message>
</context>
<context>
    <name>OperationText</name>
    <message>
        <source>interrupted</source>
        <extracomment>state of an operation: the program ended in the middle of it</extracomment>
        <translation>中断</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a duration; %1: seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>a duration; %1: minutes</extracomment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>The server asked, and was not answered: %1</source>
        <extracomment>%1: a question of the server</extracomment>
        <translation>サーバーからの確認 (未回答): %1</translation>
    </message>
    <message>
        <source>The server asked, and the person stopped: %1</source>
        <extracomment>%1: a question of the server</extracomment>
        <translation>サーバーからの確認 (回答せずに中止): %1</translation>
    </message>
    <message>
        <source>The server asked: %1 Answered: %2</source>
        <extracomment>%1: a question of the server, %2: the answer (&quot;Yes&quot;)</extracomment>
        <translation>サーバーからの確認: %1 回答: %2</translation>
    </message>
    <message>
        <source>Started %1; %2</source>
        <extracomment>%1: when it was started, %2: its state</extracomment>
        <translation>開始: %1、状態: %2</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <extracomment>a step of a plan; %1: its number, %2: what it does, %3: its state</extracomment>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>when a step ran; %1 and %2 are times of day</extracomment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <extracomment>%1: a thumbprint</extracomment>
        <translation>証明書 %1</translation>
    </message>
    <message>
        <source>Done, and checked at the time.</source>
        <translation>完了しています。実行時に確認済みです。</translation>
    </message>
    <message>
        <source>Done: the organisation shows it.</source>
        <translation>完了しています。組織の現在の状態で確認できます。</translation>
    </message>
    <message>
        <source>Not needed, as the question before it was answered.</source>
        <translation>直前の確認への回答により、必要ありません。</translation>
    </message>
    <message>
        <source>Was begun, but the organisation shows no effect. It is still to be done.</source>
        <translation>開始されましたが、変更が組織に反映されていません。これから実行します。</translation>
    </message>
    <message>
        <source>Still to be done.</source>
        <translation>これから実行します。</translation>
    </message>
    <message>
        <source>Half done: certificate %1 is there. Only what is missing is still to be done.</source>
        <translation>途中まで完了しています。証明書 %1 は作成済みです。不足している部分だけを実行します。</translation>
    </message>
    <message>
        <source>Certificate %1, which this needs, is not there any more.</source>
        <translation>この手順に必要な証明書 %1 は、既に存在しません。</translation>
    </message>
    <message>
        <source>This needs a password, and passwords are not kept. Begin the task anew.</source>
        <translation>パスワードが必要ですが、パスワードは保存されません。作業を最初からやり直してください。</translation>
    </message>
    <message>
        <source>The certificate is not staged any more.</source>
        <translation>証明書は、次の Auth 証明書として設定されていません。</translation>
    </message>
    <message>
        <source>Another certificate (%1) is staged now.</source>
        <translation>現在は別の証明書 (%1) が次の Auth 証明書として設定されています。</translation>
    </message>
    <message>
        <source>Something depends on the certificate now. Begin the removal anew to see what it is.</source>
        <translation>現在この証明書に依存しているものがあります。内容を確認するには、削除を最初からやり直してください。</translation>
    </message>
    <message>
        <source>A web site of the server had a certificate before this command and has none now. Bind one to it in IIS Manager, refresh, and then go on.</source>
        <translation>このコマンドの前には証明書がバインドされていた Web サイトに、現在は証明書がありません。IIS マネージャーで証明書をバインドし、最新の情報に更新してから続行してください。</translation>
    </message>
    <message>
        <source>Everything that was planned is done. Nothing is left to be sent.</source>
        <translation>計画した内容はすべて完了しています。これから送信するコマンドはありません。</translation>
    </message>
    <message>
        <source>This cannot go on as it was planned: see the step that is marked. What was done stays done.</source>
        <translation>計画どおりに続行することはできません。印の付いた手順を確認してください。完了した内容はそのまま残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps can still be done. Those of the servers that are marked are left out.</source>
        <translation>
            <numerusform>あと %n 個の手順を実行できます。印の付いたサーバーの手順は除かれます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps are left. The next page shows exactly what will be sent.</source>
        <translation>
            <numerusform>あと %n 個の手順が残っています。送信される内容は次のページで確認できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>begun, outcome not known</source>
        <translation>開始済み (結果は不明)</translation>
    </message>
    <message>
        <source>The server asked: %1 Answered as agreed on the Review page: %2</source>
        <extracomment>%1: a question of the server, %2: the answer (&quot;Yes&quot;)</extracomment>
        <translation>サーバーの質問: %1 確認のページで同意したとおりに回答しました: %2</translation>
    </message>
    <message>
        <source>Done: certificate %1 was not there before this step, and has the same names.</source>
        <translation>完了: 証明書 %1 はこのステップの前にはなく、同じ名前を持っています。</translation>
    </message>
    <message>
        <source>The server could not be read, so it is not known whether this was done.</source>
        <translation>サーバーを読み取れなかったため、これが実行されたかどうかは不明です。</translation>
    </message>
    <message>
        <source>The Auth configuration could not be read, so it is not known whether this was done.</source>
        <translation>認証構成を読み取れなかったため、これが実行されたかどうかは不明です。</translation>
    </message>
    <message>
        <source>Certificate %1 may have been made by this step, or by someone else. Look at it, and begin the task anew if it is not the one that you want.</source>
        <translation>証明書 %1 は、このステップで作成されたか、他の人が作成した可能性があります。内容を確認し、目的の証明書でなければ作業を最初からやり直してください。</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <extracomment>%1: the account that was signed in at the server</extracomment>
        <translation>サインイン アカウント: %1</translation>
    </message>
    <message>
        <source>By %1 on %2, with %3</source>
        <extracomment>%1: a user of a computer, %2: the computer, %3: the program with its version</extracomment>
        <translation>実行者: %1 (%2、%3)</translation>
    </message>
    <message>
        <source>Exchange %1</source>
        <extracomment>%1: builds such as &quot;15.2.1544.4&quot;</extracomment>
        <translation>Exchange %1</translation>
    </message>
    <message>
        <source>Agreed to answer as recommended on %1</source>
        <extracomment>%1: a date and a time</extracomment>
        <translation>推奨どおりの回答に同意: %1</translation>
    </message>
    <message>
        <source>Hash of the plan (SHA-256): %1</source>
        <extracomment>%1 is a SHA-256 of the plan, 64 hexadecimal digits</extracomment>
        <translation>計画のハッシュ (SHA-256): %1</translation>
    </message>
</context>
<context>
    <name>OrganisationSheet</name>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>%1 · %2 · read %3</source>
        <extracomment>%1: &quot;Practice organisation&quot; or &quot;Exported data&quot;, %2: its name, %3: a date with time</extracomment>
        <translation>%1 | %2 | %3 取得</translation>
    </message>
    <message>
        <source>This is how the organisation was on %1. Nothing can be changed here.</source>
        <translation>%1 時点の組織の状態です。ここでは何も変更できません。</translation>
    </message>
    <message>
        <source>Auth configuration</source>
        <translation>認証構成 (AuthConfig)</translation>
    </message>
    <message>
        <source>Not known which Auth certificate is in use.</source>
        <translation>使用中の Auth 証明書は不明です。</translation>
    </message>
    <message>
        <source>No Auth certificate is in use: sign-in to Outlook on the web and the admin center fails. Create one.</source>
        <translation>使用中の Auth 証明書がありません。Outlook on the web と管理センターにサインインできません。新しい Auth 証明書を作成してください。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No next certificate is staged.</source>
        <translation>次の Auth 証明書は設定されていません。</translation>
    </message>
    <message>
        <source>Next, from %1 on</source>
        <extracomment>Name of a slot. %1: a date with time</extracomment>
        <translation>次 (%1 から)</translation>
    </message>
    <message>
        <source>Next, effective date not known</source>
        <translation>次 (有効開始日は不明)</translation>
    </message>
    <message>
        <source>Its effective date has passed, but it has not taken over. Publish it, or look at the service “Microsoft Exchange Service Host”.</source>
        <translation>有効開始日を過ぎていますが、切り替わっていません。公開するか、「Microsoft Exchange Service Host」サービスを確認してください。</translation>
    </message>
    <message>
        <source>No previous certificate is kept.</source>
        <translation>以前の証明書は残っていません。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>%1: no server that was read has this certificate.</source>
        <extracomment>%1: &quot;In use&quot;, &quot;Previous&quot; …</extracomment>
        <translation>%1: 読み取ったどのサーバーにも、この証明書はありません。</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <extracomment>%1: &quot;In use&quot;, &quot;Previous&quot; …, %2: name of a certificate, %3: &quot;in 12 days&quot;</extracomment>
        <translation>%1: %2 | %3</translation>
    </message>
    <message>
        <source>%1 · expires %2</source>
        <extracomment>%1: a thumbprint, %2: a date with time</extracomment>
        <translation>%1 | 有効期限 %2</translation>
    </message>
    <message numerus="yes">
        <source>It is missing on %n servers.</source>
        <translation>
            <numerusform>この証明書がないサーバー: %n 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether it is on %n more servers is not known.</source>
        <translation>
            <numerusform>ほかに %n 台のサーバーでは、証明書の有無が不明です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers and certificates</source>
        <translation>サーバーと証明書</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>%1, of which %2 could not be read</source>
        <translation>%1 台 (うち %2 台は読み取り不可)</translation>
    </message>
    <message>
        <source>%1; %2 are being read</source>
        <extracomment>%1: &quot;60&quot;, or &quot;60, of which 2 could not be read&quot;; %2: how many more of them</extracomment>
        <translation>%1、%2 台は読み取り中</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Expire within 30 days</source>
        <translation>30 日以内に期限切れ</translation>
    </message>
    <message>
        <source>Connectors that name a certificate</source>
        <translation>証明書を指定しているコネクタ</translation>
    </message>
    <message>
        <source>The send connectors are not known.</source>
        <translation>送信コネクタは不明です。</translation>
    </message>
    <message>
        <source>The receive connectors are not known.</source>
        <translation>受信コネクタは不明です。</translation>
    </message>
    <message>
        <source>Send connector “%1”</source>
        <translation>送信コネクタ「%1」</translation>
    </message>
    <message>
        <source>Receive connector “%1”</source>
        <translation>受信コネクタ「%1」</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates match %1</source>
        <extracomment>%n certificates match; %1: issuer and subject</extracomment>
        <translation>
            <numerusform>%1 に一致する証明書: %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No certificate of its servers matches %1: mail through it fails.</source>
        <translation>対象のサーバーに %1 と一致する証明書がありません。このコネクタを経由するメールは送受信できません。</translation>
    </message>
    <message>
        <source>No certificate that was read matches %1.</source>
        <translation>読み取った範囲では、%1 と一致する証明書がありません。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>None: no connector depends on a certificate&apos;s name.</source>
        <translation>なし (証明書の名前に依存しているコネクタはありません)</translation>
    </message>
    <message>
        <source>Hybrid with Microsoft 365</source>
        <translation>Microsoft 365 とのハイブリッド</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>不明です。</translation>
    </message>
    <message>
        <source>The organisation is not hybrid.</source>
        <translation>ハイブリッド構成ではありません。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>none</source>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Sending servers</source>
        <translation>送信サーバー</translation>
    </message>
    <message>
        <source>Receiving servers</source>
        <translation>受信サーバー</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>読み取れなかった項目</translation>
    </message>
    <message>
        <source>This connection is marked as read-only. Nothing can be changed here.</source>
        <translation>この接続は読み取り専用に設定されています。変更は行えません。</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>On %1, %2 no longer has the certificate %3; %4 is still bound to it. Clients of the former one cannot connect until it is bound again in IIS Manager.</source>
        <extracomment>%1: a server, %2: a web site, %3 and %4: the beginnings of thumbprints</extracomment>
        <translation>%1 の %2 から証明書 %3 のバインドが失われました。証明書 %4 は引き続きバインドされています。IIS マネージャーで元の証明書を再びバインドするまで、その証明書を使用していたクライアントは接続できません。</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a step</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of a step</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of a step</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a step</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>not run</source>
        <comment>state of a step</comment>
        <translation>未実行</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <comment>state of a step</comment>
        <translation>結果は不明</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of an operation</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of an operation</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of an operation</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>state of an operation</comment>
        <translation>中止</translation>
    </message>
    <message>
        <source>set aside</source>
        <comment>state of an operation</comment>
        <translation>保留</translation>
    </message>
    <message>
        <source>The renewal is running.</source>
        <translation>更新を実行しています。</translation>
    </message>
    <message>
        <source>%1 has its new certificate, and every check agrees.</source>
        <translation>%1 に新しい証明書が作成されました。確認項目に問題はありません。</translation>
    </message>
    <message numerus="yes">
        <source>All %n servers have their new certificates, and every check agrees.</source>
        <translation>
            <numerusform>%n 台すべてのサーバーに新しい証明書が作成されました。確認項目に問題はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection ended while step %1 was running on %2. Whether it took effect is not known: refresh before you try again.</source>
        <translation>%2 で手順 %1 を実行中に接続が切断されました。変更が反映されたかどうかは不明です。もう一度実行する前に、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>The renewal could not be carried out. Nothing was changed.</source>
        <translation>更新を実行できませんでした。何も変更されていません。</translation>
    </message>
    <message>
        <source>The renewal stopped at step %1, on %2. The certificate that was created stays.</source>
        <translation>%2 の手順 %1 で更新が停止しました。作成済みの証明書はそのまま残ります。</translation>
    </message>
    <message>
        <source>The renewal stopped at step %1, on %2. No certificate was created.</source>
        <translation>%2 の手順 %1 で更新が停止しました。証明書は作成されていません。</translation>
    </message>
    <message>
        <source>You stopped step %1 while it was running on %2. Whether it took effect is not known: refresh before you try again.</source>
        <translation>%2 で実行中の手順 %1 を中止しました。変更が反映されたかどうかは不明です。もう一度実行する前に、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>You stopped the renewal before anything was changed.</source>
        <translation>変更が行われる前に更新を中止しました。</translation>
    </message>
    <message>
        <source>You stopped the renewal after step %1 of %2. What was done stays done.</source>
        <translation>手順 %1 (全 %2 手順) の完了後に更新を中止しました。完了した変更は残ります。</translation>
    </message>
    <message>
        <source>The renewal was set aside where it was interrupted. What was done stays done.</source>
        <translation>中断された更新を保留にしました。完了した変更は残ります。</translation>
    </message>
    <message>
        <source>Choose at least one certificate to renew.</source>
        <translation>更新する証明書を 1 つ以上選択してください。</translation>
    </message>
    <message>
        <source>The certificate %1 is no longer on %2. Take it off the list, or refresh.</source>
        <translation>証明書 %1 は、%2 に存在しません。一覧から外すか、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>The certificate %1 on %2 was issued by a certification authority. Request its successor there.</source>
        <translation>%2 の証明書 %1 は証明機関が発行したものです。後継の証明書は証明機関に要求してください。</translation>
    </message>
    <message>
        <source>The certificate %1 on %2 is an Auth certificate: it belongs to the whole organisation and is rotated, not renewed on one server.</source>
        <translation>%2 の証明書 %1 は Auth 証明書です。組織全体の証明書のため、サーバーごとには更新しません。</translation>
    </message>
    <message>
        <source>The services of the certificate %1 on %2 are not known. Choose the services of its successor.</source>
        <translation>%2 の証明書 %1 に割り当てられているサービスは不明です。後継の証明書に割り当てるサービスを選択してください。</translation>
    </message>
    <message>
        <source>On %1, internal transport stays with the certificate %2, because the answer was No. That certificate has expired: let a valid one take over now.</source>
        <extracomment>%1 is a server, %2 the beginning of a thumbprint</extracomment>
        <translation>「いいえ」と回答したため、%1 の内部トランスポートには引き続き証明書 %2 が使用されます。この証明書は有効期限が切れています。すぐに有効な証明書に引き継いでください。</translation>
    </message>
    <message>
        <source>On %1, internal transport stays with the certificate %2, because the answer was No. Let another one take over before that certificate expires or is removed.</source>
        <extracomment>%1 is a server, %2 the beginning of a thumbprint</extracomment>
        <translation>「いいえ」と回答したため、%1 の内部トランスポートには引き続き証明書 %2 が使用されます。この証明書の有効期限が切れる前、または削除する前に、別の証明書に引き継いでください。</translation>
    </message>
    <message>
        <source>The friendly name is too long. Exchange takes at most 63 characters.</source>
        <translation>フレンドリ名が長すぎます。Exchange で使用できるのは 63 文字までです。</translation>
    </message>
    <message>
        <source>The friendly name holds a line break or another control character. Type it again.</source>
        <translation>フレンドリ名に改行などの制御文字が含まれています。入力し直してください。</translation>
    </message>
    <message>
        <source>Internal transport needs SMTP. Add SMTP to the services, or leave internal transport as it is.</source>
        <translation>内部トランスポート証明書には SMTP が必要です。サービスに SMTP を追加するか、内部トランスポート証明書を変更しないでください。</translation>
    </message>
    <message>
        <source>Renew “%1” on %2</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」の更新</translation>
    </message>
    <message>
        <source>Renew certificate %1 on %2</source>
        <translation>%2 の証明書 %1 の更新</translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificates on %1</source>
        <translation>
            <numerusform>%1 の証明書 %n 件の更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew certificates on %n servers</source>
        <translation>
            <numerusform>サーバー %n 台の証明書の更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew now</source>
        <comment>button that starts the renewal</comment>
        <translation>今すぐ更新</translation>
    </message>
    <message>
        <source>Create the successor on %1 with a new key, without services</source>
        <translation>%1 に新しいキーで後継の証明書を作成します (サービスなし)</translation>
    </message>
    <message>
        <source>Create the successor on %1 with a new key, for %2</source>
        <extracomment>%1: a server, %2: services such as &quot;IMAP, POP and SMTP&quot;</extracomment>
        <translation>%1 に新しいキーで後継の証明書を作成します (サービス: %2)</translation>
    </message>
    <message>
        <source>Check that the new certificate is there, and what %1 uses for internal transport</source>
        <translation>新しい証明書があること、および %1 が内部トランスポートに使用している証明書を確認します</translation>
    </message>
    <message>
        <source>Check that the new certificate is there on %1</source>
        <translation>%1 に新しい証明書があることを確認します</translation>
    </message>
    <message>
        <source>%1 has the new certificate with its private key.</source>
        <translation>%1 に新しい証明書と秘密キーがあること</translation>
    </message>
    <message>
        <source>%1 has the certificate %2 with its private key.</source>
        <translation>%1 に証明書 %2 と秘密キーがあること</translation>
    </message>
    <message>
        <source>%1 has the new certificate with its private key, for %2.</source>
        <translation>%1 に新しい証明書と秘密キーがあり、%2 に割り当てられていること</translation>
    </message>
    <message>
        <source>%1 has the certificate %2 with its private key, for %3.</source>
        <translation>%1 に証明書 %2 と秘密キーがあり、%3 に割り当てられていること</translation>
    </message>
    <message>
        <source>%1 uses the new certificate for internal transport.</source>
        <translation>%1 が新しい証明書を内部トランスポートに使用していること</translation>
    </message>
    <message>
        <source>%1 uses the certificate %2 for internal transport.</source>
        <translation>%1 が証明書 %2 を内部トランスポートに使用していること</translation>
    </message>
    <message>
        <source>After Yes: %1</source>
        <extracomment>%1: a whole sentence that is checked when the question was answered so</extracomment>
        <translation>「はい」と回答した場合: %1</translation>
    </message>
    <message>
        <source>After No: %1</source>
        <translation>「いいえ」と回答した場合: %1</translation>
    </message>
    <message>
        <source>%1 does not have the new certificate with its private key and all its services.</source>
        <translation>%1 に、秘密キーとすべてのサービスを持つ新しい証明書がありません。</translation>
    </message>
    <message>
        <source>%1 does not have the certificate %2 with its private key and all its services.</source>
        <translation>%1 に、秘密キーとすべてのサービスを持つ証明書 %2 がありません。</translation>
    </message>
    <message>
        <source>%1 does not use the new certificate for internal transport.</source>
        <translation>%1 は新しい証明書を内部トランスポートに使用していません。</translation>
    </message>
    <message>
        <source>%1 does not use the certificate %2 for internal transport.</source>
        <translation>%1 は証明書 %2 を内部トランスポートに使用していません。</translation>
    </message>
    <message>
        <source>%1 will ask whether the new certificate becomes the internal transport certificate. Recommended answer: %2.</source>
        <translation>新しい証明書を内部トランスポート証明書にするかどうか、%1 から確認が求められます。推奨される回答: %2</translation>
    </message>
    <message>
        <source>%1 will ask whether to go on although the effective date is less than 48 hours away. Recommended answer: %2.</source>
        <translation>有効開始日が 48 時間後以降でなくても続行するかどうか、%1 から確認が求められます。推奨される回答: %2</translation>
    </message>
    <message>
        <source>%1 will ask whether the certificate is to be removed. Recommended answer: %2.</source>
        <translation>証明書を削除するかどうか、%1 から確認が求められます。推奨される回答: %2</translation>
    </message>
    <message>
        <source>%1 may ask a question that Kakuin does not know. Read it before you answer.</source>
        <translation>%1 から、Kakuin が認識できない確認が求められる可能性があります。内容を読んでから回答してください。</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>answer to PowerShell&apos;s question</comment>
        <translation>はい</translation>
    </message>
    <message>
        <source>Yes to All</source>
        <comment>answer to PowerShell&apos;s question</comment>
        <translation>すべて続行</translation>
    </message>
    <message>
        <source>No</source>
        <comment>answer to PowerShell&apos;s question</comment>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>No to All</source>
        <comment>answer to PowerShell&apos;s question</comment>
        <translation>すべて無視</translation>
    </message>
    <message>
        <source>The old certificate protects mail between the servers today and goes out of use. The new one has to take over before the old one can be removed.</source>
        <translation>現在サーバー間のメールを保護している古い証明書は、今後使用されなくなります。古い証明書を削除するには、先に新しい証明書に切り替える必要があります。</translation>
    </message>
    <message>
        <source>You chose to leave internal transport as it is.</source>
        <translation>内部トランスポート証明書を変更しないように選択しています。</translation>
    </message>
    <message>
        <source>Another certificate protects mail between the servers today. It keeps doing so.</source>
        <translation>現在は別の証明書がサーバー間のメールを保護しており、今後も変わりません。</translation>
    </message>
    <message>
        <source>You chose to let the new certificate protect mail between the servers.</source>
        <translation>新しい証明書でサーバー間のメールを保護するように選択しています。</translation>
    </message>
    <message>
        <source>Which certificate protects mail between the servers today could not be read. The question names it: answer Yes if it is the old one, No if it is another.</source>
        <translation>現在どの証明書がサーバー間のメールを保護しているかを読み取れませんでした。確認メッセージに拇印が表示されます。古い証明書であれば「はい」、別の証明書であれば「いいえ」と回答してください。</translation>
    </message>
    <message>
        <source>The old certificate stays until you remove it. To go back, assign its services to it again.</source>
        <translation>古い証明書は、削除するまで残ります。元に戻すには、サービスを古い証明書に割り当て直してください。</translation>
    </message>
    <message>
        <source>Port 444 (Exchange Back End) keeps the old certificate. Bind the new one in IIS Manager before you remove the old one: without it Outlook on the web and the Exchange Management Shell stop.</source>
        <translation>ポート 444 (Exchange Back End) では、古い証明書が引き続き使用されます。古い証明書を削除する前に、IIS マネージャーで新しい証明書をバインドしてください。バインドされていない場合、Outlook on the web と Exchange 管理シェルが停止します。</translation>
    </message>
    <message>
        <source>Port 443 moves to the new certificate, because IIS is among the services. Clients that do not trust it will warn.</source>
        <translation>サービスに IIS が含まれているため、ポート 443 は新しい証明書に切り替わります。新しい証明書を信頼していないクライアントには警告が表示されます。</translation>
    </message>
    <message>
        <source>The Web Management Service keeps the old certificate. Select the new one in IIS Manager before you remove the old one.</source>
        <translation>Web 管理サービスでは古い証明書が引き続き使用されます。古い証明書を削除する前に、IIS マネージャーで新しい証明書を選択してください。</translation>
    </message>
    <message>
        <source>Connectors name the certificate by issuer and subject. Both certificates have the same names, so they use the newer one by themselves.</source>
        <translation>コネクタでは、発行者とサブジェクトで証明書を指定します。2 つの証明書は発行者とサブジェクトが同じため、新しい証明書が自動的に使用されます。</translation>
    </message>
    <message>
        <source>The old certificate is in the Trusted Root store of the server; the new one is not. Copy it there if it is to be bound to port 444.</source>
        <translation>古い証明書はサーバーの「信頼されたルート証明機関」ストアにありますが、新しい証明書はありません。ポート 444 にバインドする場合は、そのストアにコピーしてください。</translation>
    </message>
    <message>
        <source>If you answer Yes, the other servers meet the new certificate as soon as the directory has replicated.</source>
        <translation>「はい」と回答すると、ディレクトリのレプリケーションが完了し次第、ほかのサーバーとの通信で新しい証明書が使用されます。</translation>
    </message>
    <message>
        <source>Edge subscriptions trust the old certificate. Subscribe the Edge servers again afterwards, or mail through them stops.</source>
        <translation>エッジ サブスクリプションは古い証明書を信頼しています。更新後にエッジ トランスポート サーバーを再度購読してください。再度購読しない場合、エッジ トランスポート サーバーを経由するメールが停止します。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n servers have their new certificates. For the others, see below what happened.</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%n 台中 %1 台のサーバーで新しい証明書を作成しました。残りのサーバーの状況は以下のとおりです。</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped at the question of %1. The new certificate %2 had been created before it and stays; internal transport is as it was.</source>
        <extracomment>%1 is a server, %2 the beginning of a thumbprint</extracomment>
        <translation>%1 の確認に回答せずに中止しました。新しい証明書 %2 は確認の前に作成されているため、そのまま残ります。内部トランスポート証明書は変わっていません。</translation>
    </message>
    <message>
        <source>The Auth certificate has a purpose of its own. With Yes it would also protect mail between the servers, and could not be removed later.</source>
        <translation>Auth 証明書には専用の用途があります。「はい」と回答すると、サーバー間のメールの保護にも使用され、後で削除できなくなります。</translation>
    </message>
    <message>
        <source>The Auth certificate took internal transport over. Yes gives it back to the certificate that had it before.</source>
        <translation>Auth 証明書が内部トランスポートの役割を引き継いでいます。「はい」と回答すると、この役割は元の証明書に戻ります。</translation>
    </message>
    <message>
        <source>The date does not matter here: the certificate is published in the next step.</source>
        <translation>次の手順で証明書を公開するため、ここでの日付は影響しません。</translation>
    </message>
    <message>
        <source>You chose an effective date that is hardly 48 hours away.</source>
        <translation>選択した有効開始日が、48 時間後とほぼ同じ日時です。</translation>
    </message>
    <message>
        <source>The certificate that you remove protects mail between the servers today. Another one has to take over first.</source>
        <translation>削除する証明書は、現在サーバー間のメールを保護しています。先に別の証明書に切り替える必要があります。</translation>
    </message>
    <message>
        <source>You chose the services only, and to leave internal transport as it is.</source>
        <translation>サービスだけを割り当て、内部トランスポートを変更しないように選択しています。</translation>
    </message>
    <message>
        <source>You looked through what depends on the certificate before.</source>
        <translation>証明書に依存しているものは、事前に確認済みです。</translation>
    </message>
    <message>
        <source>The certificate takes effect at once, also on servers that do not have it yet. They refuse sign-ins to Outlook on the web until it arrives, which can take hours.</source>
        <translation>証明書が届いていないサーバーがあっても、証明書はすぐに有効になります。届いていないサーバーでは、届くまで Outlook on the web にサインインできません。届くまでに数時間かかることがあります。</translation>
    </message>
    <message>
        <source>Afterwards restart the Microsoft Exchange Service Host on every server, and recycle the application pools MSExchangeOWAAppPool and MSExchangeECPAppPool.</source>
        <translation>完了後に、すべてのサーバーで「Microsoft Exchange Service Host」サービスを再起動し、アプリケーション プール MSExchangeOWAAppPool と MSExchangeECPAppPool をリサイクルしてください。</translation>
    </message>
    <message>
        <source>In a hybrid organisation run the Hybrid Configuration Wizard again, or upload the new certificate to Entra. Until then free/busy and other features across the two sides do not work.</source>
        <translation>ハイブリッド構成の場合は、ハイブリッド構成ウィザードを再実行するか、新しい証明書を Entra にアップロードしてください。それまでは、オンプレミスとクラウドの間の空き時間情報などの機能を利用できません。</translation>
    </message>
    <message>
        <source>Another certificate is staged already. The new one takes its place.</source>
        <translation>既に別の証明書が次の Auth 証明書として設定されています。この設定は新しい証明書に置き換わります。</translation>
    </message>
    <message>
        <source>Services move here from other certificates. To go back, assign them there again.</source>
        <translation>ほかの証明書に割り当てられているサービスが、この証明書に移ります。元に戻すには、サービスを元の証明書に割り当て直してください。</translation>
    </message>
    <message>
        <source>A removed certificate cannot be had back, unless its key was saved in a PFX file before.</source>
        <translation>事前に秘密キーを PFX ファイルに保存していない場合、削除した証明書は元に戻せません。</translation>
    </message>
    <message>
        <source>The private key cannot be exported, so there is no way back after the removal.</source>
        <translation>秘密キーをエクスポートできないため、削除すると元に戻せません。</translation>
    </message>
    <message>
        <source>The PFX file holds the private key. Whoever has the file and its password can pass for the server: keep both apart.</source>
        <translation>PFX ファイルには秘密キーが含まれています。ファイルとパスワードの両方を入手すると、サーバーになりすますことができます。ファイルとパスワードは別々の場所に保管してください。</translation>
    </message>
    <message>
        <source>Servers with the October 2025 security update or a later one refuse to export the Auth certificate. Whether this server has it cannot be seen from its version. If it refuses, nothing has been changed, and the result names the ways that work.</source>
        <translation>2025 年 10 月以降のセキュリティ更新プログラムを適用したサーバーでは、Auth 証明書のエクスポートが拒否されます。このサーバーに適用されているかどうかは、バージョンからは判断できません。拒否された場合、何も変更されません。利用できる方法は結果のページに表示されます。</translation>
    </message>
    <message>
        <source>Rotate the Auth certificate</source>
        <translation>Auth 証明書の更新</translation>
    </message>
    <message>
        <source>Complete the rotation of the Auth certificate</source>
        <translation>Auth 証明書の更新の完了</translation>
    </message>
    <message>
        <source>Take the staged Auth certificate back</source>
        <translation>次の Auth 証明書の取り消し</translation>
    </message>
    <message>
        <source>Bring the Auth certificate to the servers that lack it</source>
        <translation>未配布のサーバーへの Auth 証明書のコピー</translation>
    </message>
    <message>
        <source>Assign services to “%1” on %2</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」へのサービスの割り当て</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n certificates</source>
        <translation>
            <numerusform>証明書 %n 件の削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1” from %2</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」の削除</translation>
    </message>
    <message>
        <source>Export “%1” from %2</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」のエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>Import a certificate on %n servers</source>
        <translation>
            <numerusform>サーバー %n 台への証明書のインポート</numerusform>
        </translation>
    </message>
    <message>
        <source>Rotate now</source>
        <comment>button that starts the rotation</comment>
        <translation>Auth 証明書を今すぐ更新</translation>
    </message>
    <message>
        <source>Complete now</source>
        <comment>button that completes the rotation</comment>
        <translation>今すぐ完了</translation>
    </message>
    <message>
        <source>Take back now</source>
        <comment>button that takes the staged certificate back</comment>
        <translation>今すぐ取り消し</translation>
    </message>
    <message>
        <source>Copy now</source>
        <comment>button that copies a certificate to servers</comment>
        <translation>今すぐコピー</translation>
    </message>
    <message>
        <source>Assign now</source>
        <comment>button that assigns services</comment>
        <translation>今すぐ割り当て</translation>
    </message>
    <message>
        <source>Remove now</source>
        <comment>button that removes certificates</comment>
        <translation>今すぐ削除</translation>
    </message>
    <message>
        <source>Export now</source>
        <comment>button that exports a certificate</comment>
        <translation>今すぐエクスポート</translation>
    </message>
    <message>
        <source>Import now</source>
        <comment>button that imports a certificate</comment>
        <translation>今すぐインポート</translation>
    </message>
    <message>
        <source>Create the new Auth certificate on %1</source>
        <translation>%1 に新しい Auth 証明書を作成します</translation>
    </message>
    <message>
        <source>Name the certificate that becomes the Auth certificate on its effective date</source>
        <translation>有効開始日に Auth 証明書になる証明書を指定します</translation>
    </message>
    <message>
        <source>Name the certificate that becomes the Auth certificate</source>
        <translation>Auth 証明書になる証明書を指定します</translation>
    </message>
    <message>
        <source>Publish it: from now on it is the Auth certificate of the organisation</source>
        <translation>証明書を公開し、組織の Auth 証明書として使用を開始します</translation>
    </message>
    <message>
        <source>Clear the previous Auth certificate from the configuration</source>
        <translation>認証構成から以前の Auth 証明書をクリアします</translation>
    </message>
    <message>
        <source>Assign %1 to the certificate %2 on %3</source>
        <extracomment>%1: services such as &quot;IMAP and SMTP&quot;, %2: beginning of a thumbprint, %3: a server</extracomment>
        <translation>%3 の証明書 %2 に %1 を割り当てます</translation>
    </message>
    <message>
        <source>If you answered Yes: give internal transport on %1 back to the certificate %2</source>
        <translation>「はい」と回答した場合: %1 の内部トランスポート証明書を %2 に戻します</translation>
    </message>
    <message>
        <source>Hand internal transport on %1 to the certificate %2</source>
        <translation>%1 の内部トランスポート証明書を %2 に切り替えます</translation>
    </message>
    <message>
        <source>Remove the certificate %1 from %2</source>
        <translation>%2 から証明書 %1 を削除します</translation>
    </message>
    <message>
        <source>Read the certificate %1 with its key from %2</source>
        <translation>%2 から証明書 %1 を秘密キーを含めて読み取ります</translation>
    </message>
    <message>
        <source>Save the certificate %1 of %2 with its key in %3</source>
        <extracomment>%1: beginning of a thumbprint, %2: a server, %3: name of a file</extracomment>
        <translation>%2 の証明書 %1 を秘密キーとともに %3 に保存します</translation>
    </message>
    <message>
        <source>Import the certificate with its key on %1</source>
        <translation>%1 に証明書を秘密キーとともにインポートします</translation>
    </message>
    <message>
        <source>%1 no longer has the certificate %2.</source>
        <translation>%1 に証明書 %2 がないこと</translation>
    </message>
    <message>
        <source>The new certificate is the next Auth certificate.</source>
        <translation>新しい証明書が次の Auth 証明書として設定されていること</translation>
    </message>
    <message>
        <source>The certificate %1 is the next Auth certificate.</source>
        <translation>証明書 %1 が次の Auth 証明書として設定されていること</translation>
    </message>
    <message>
        <source>The new certificate is the Auth certificate in use.</source>
        <translation>新しい証明書が Auth 証明書として使用されていること</translation>
    </message>
    <message>
        <source>The certificate %1 is the Auth certificate in use.</source>
        <translation>証明書 %1 が Auth 証明書として使用されていること</translation>
    </message>
    <message>
        <source>No previous Auth certificate is named any more.</source>
        <translation>以前の Auth 証明書が指定されていないこと</translation>
    </message>
    <message>
        <source>The file opens with the password and holds the certificate %1 with its key.</source>
        <translation>パスワードでファイルを開くことができ、証明書 %1 と秘密キーが含まれていること</translation>
    </message>
    <message>
        <source>%1 still has the certificate %2.</source>
        <translation>%1 に証明書 %2 が残っています。</translation>
    </message>
    <message>
        <source>The certificate is not the next Auth certificate.</source>
        <translation>証明書が次の Auth 証明書として設定されていません。</translation>
    </message>
    <message>
        <source>The certificate is not the Auth certificate in use.</source>
        <translation>証明書が Auth 証明書として使用されていません。</translation>
    </message>
    <message>
        <source>A previous Auth certificate is still named.</source>
        <translation>以前の Auth 証明書が指定されたままです。</translation>
    </message>
    <message>
        <source>The file does not hold the certificate with its key.</source>
        <translation>ファイルに証明書と秘密キーが含まれていません。</translation>
    </message>
    <message>
        <source>The organisation has a new Auth certificate, and every check agrees.</source>
        <translation>組織の Auth 証明書が新しい証明書に切り替わりました。確認項目に問題はありません。</translation>
    </message>
    <message>
        <source>The new Auth certificate is staged. It takes over on its effective date.</source>
        <translation>新しい証明書を次の Auth 証明書として設定しました。有効開始日に切り替わります。</translation>
    </message>
    <message>
        <source>The staged certificate is the Auth certificate now, and every check agrees.</source>
        <translation>次の Auth 証明書として設定されていた証明書に切り替わりました。確認項目に問題はありません。</translation>
    </message>
    <message>
        <source>The previous Auth certificate is no longer named.</source>
        <translation>認証構成から以前の Auth 証明書をクリアしました。</translation>
    </message>
    <message>
        <source>The staged certificate will not take over. The present Auth certificate stays.</source>
        <translation>次の Auth 証明書の設定を取り消しました。現在の Auth 証明書が引き続き使用されます。</translation>
    </message>
    <message>
        <source>The servers have the Auth certificate. Their neighbours get it from them within minutes.</source>
        <translation>対象のサーバーに Auth 証明書をコピーしました。同じサイトのほかのサーバーには、数分以内に自動的に配布されます。</translation>
    </message>
    <message>
        <source>The certificate has its services, and every check agrees.</source>
        <translation>証明書にサービスが割り当てられました。確認項目に問題はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates were removed, and every check agrees.</source>
        <translation>
            <numerusform>証明書 %n 件を削除しました。確認項目に問題はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds the certificate with its key. It was opened with the password to make sure.</source>
        <translation>証明書と秘密キーをファイルに保存しました。パスワードでファイルを開き、内容を確認済みです。</translation>
    </message>
    <message numerus="yes">
        <source>%n servers have the certificate with its key.</source>
        <translation>
            <numerusform>サーバー %n 台に、証明書と秘密キーをインポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection ended while step %1 was running. Whether it took effect is not known: refresh before you try again.</source>
        <translation>手順 %1 の実行中に接続が切断されました。変更が反映されたかどうかは不明です。もう一度実行する前に、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>This is still running.</source>
        <translation>まだ実行中です。</translation>
    </message>
    <message>
        <source>This could not be carried out. Nothing was changed.</source>
        <translation>操作を実行できませんでした。何も変更されていません。</translation>
    </message>
    <message>
        <source>Step %1 failed. What the steps before it did stays done.</source>
        <translation>手順 %1 が失敗しました。それまでに完了した変更は残ります。</translation>
    </message>
    <message>
        <source>Step %1 failed. Nothing was changed.</source>
        <translation>手順 %1 が失敗しました。何も変更されていません。</translation>
    </message>
    <message>
        <source>You stopped. What was done before stays done.</source>
        <translation>操作を中止しました。それまでに完了した変更は残ります。</translation>
    </message>
    <message>
        <source>You stopped before anything was changed.</source>
        <translation>変更が行われる前に操作を中止しました。</translation>
    </message>
    <message>
        <source>This was set aside where it was interrupted. What was done stays done.</source>
        <translation>中断された操作を保留にしました。完了した変更は残ります。</translation>
    </message>
    <message>
        <source>%1 has no certificate that was not there when this plan was made.</source>
        <translation>%1 に、この計画の作成後に増えた証明書はありません。</translation>
    </message>
    <message>
        <source>%1 has the certificate %2 with the same services as when this plan was made.</source>
        <translation>%1 の証明書 %2 のサービスは、この計画を作成したときと同じです。</translation>
    </message>
    <message>
        <source>%1 has the certificate %2, and no further services use it.</source>
        <translation>%1 に証明書 %2 があり、これを使用するサービスは増えていません。</translation>
    </message>
    <message>
        <source>The organisation names the same Auth certificates as when this plan was made.</source>
        <translation>組織の Auth 証明書の指定は、この計画を作成したときと同じです。</translation>
    </message>
    <message>
        <source>%1 has a certificate that was not there when this plan was made.</source>
        <translation>%1 に、この計画を作成したときにはなかった証明書があります。</translation>
    </message>
    <message>
        <source>The services of the certificate %1 on %2 have changed.</source>
        <translation>%2 の証明書 %1 のサービスが変更されています。</translation>
    </message>
    <message>
        <source>The organisation names other Auth certificates.</source>
        <translation>組織の Auth 証明書の指定が変更されています。</translation>
    </message>
    <message>
        <source>not needed</source>
        <comment>state of a step</comment>
        <translation>不要</translation>
    </message>
    <message>
        <source>declined</source>
        <comment>state of a step</comment>
        <translation>見送り</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>state of a step</comment>
        <translation>中止</translation>
    </message>
    <message>
        <source>declined</source>
        <comment>state of an operation</comment>
        <translation>見送り</translation>
    </message>
    <message>
        <source>Default Web Site (port 443)</source>
        <extracomment>a web site of IIS and its port; the name stays as it is</extracomment>
        <translation>Default Web Site (ポート 443)</translation>
    </message>
    <message>
        <source>Exchange Back End (port 444)</source>
        <extracomment>a web site of IIS and its port; the name stays as it is</extracomment>
        <translation>Exchange Back End (ポート 444)</translation>
    </message>
    <message>
        <source>IIS site %1</source>
        <extracomment>%1: the number of a web site in IIS</extracomment>
        <translation>IIS サイト %1</translation>
    </message>
    <message>
        <source>Step %1 ran, but it could not be checked whether the web sites of %2 still have their certificates. Nothing more was sent.</source>
        <extracomment>%1: number of a step, %2: a server</extracomment>
        <translation>手順 %1 は実行されましたが、%2 の Web サイトの証明書が残っているかどうかを確認できませんでした。以降のコマンドは送信していません。</translation>
    </message>
    <message>
        <source>After step %1, no certificate is bound to %2 on %3 any more. Nothing more was sent: bind one first.</source>
        <extracomment>%1: number of a step, %2: one or more web sites, %3: a server</extracomment>
        <translation>手順 %1 の後、%3 の %2 に証明書がバインドされていません。以降のコマンドは送信していません。まず証明書をバインドしてください。</translation>
    </message>
    <message>
        <source>After step %1, another certificate is bound to %2 on %3, which was not intended. Nothing more was sent.</source>
        <extracomment>%1: number of a step, %2: one or more web sites, %3: a server</extracomment>
        <translation>手順 %1 の後、%3 の %2 の証明書が、意図せず別の証明書に変わりました。以降のコマンドは送信していません。</translation>
    </message>
    <message>
        <source>On %1, %2 now has the certificate %3 instead of %4. If that is not right, bind the former one in IIS Manager.</source>
        <extracomment>%1: a server, %2: a web site, %3 and %4: the beginnings of thumbprints</extracomment>
        <translation>%1 の %2 の証明書が、%4 から %3 に変わりました。正しくない場合は、IIS マネージャーで元の証明書をバインドしてください。</translation>
    </message>
    <message>
        <source>On %1, %2 has no certificate, so clients cannot connect. Assign IIS to the certificate %3, which it had before.</source>
        <extracomment>%1: a server, %2: a web site, %3: the beginning of a thumbprint</extracomment>
        <translation>%1 の %2 に証明書がないため、クライアントから接続できません。元の証明書 %3 に IIS を割り当ててください。</translation>
    </message>
    <message>
        <source>On %1, %2 has no certificate, so clients cannot connect. Assign IIS to a valid certificate.</source>
        <extracomment>%1: a server, %2: a web site</extracomment>
        <translation>%1 の %2 に証明書がないため、クライアントから接続できません。有効な証明書に IIS を割り当ててください。</translation>
    </message>
    <message>
        <source>On %1, %2 has no certificate, so Outlook on the web and the Exchange Management Shell cannot connect.</source>
        <translation>%1 の %2 に証明書がないため、Outlook on the web と Exchange 管理シェルから接続できません。</translation>
    </message>
    <message>
        <source>On %1, %2 has no certificate.</source>
        <translation>%1 の %2 に証明書がありません。</translation>
    </message>
    <message>
        <source>No cmdlet binds it: in IIS Manager there, open Bindings of the site and choose the certificate %1, which it had before.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>コマンドレットではバインドできません。サーバーの IIS マネージャーでサイトの「バインド」を開き、元の証明書 %1 を選択してください。</translation>
    </message>
    <message>
        <source>No cmdlet binds it: in IIS Manager there, open Bindings of the site and choose a valid certificate of the server.</source>
        <translation>コマンドレットではバインドできません。サーバーの IIS マネージャーでサイトの「バインド」を開き、サーバーの有効な証明書を選択してください。</translation>
    </message>
    <message>
        <source>%1 returned another certificate than the one that it had named, or one that was there before. What it did is not known: refresh, and look at its certificates before you go on.</source>
        <translation>%1 は、質問で示した証明書とは別の証明書、または以前からあった証明書を返しました。実行結果は不明です。続ける前に最新の情報に更新し、証明書を確認してください。</translation>
    </message>
    <message>
        <source>You answered No, and the rest was not carried out. What was done before stays done.</source>
        <translation>「いいえ」と回答したため、残りは実行されませんでした。それまでに実行した内容はそのまま残ります。</translation>
    </message>
    <message>
        <source>You answered No. Nothing was changed.</source>
        <translation>「いいえ」と回答しました。何も変更されていません。</translation>
    </message>
    <message>
        <source>The certificate %1 on %2 belongs to the federation trust. A renewed copy would not be the trust&apos;s: create a new one with New-ExchangeCertificate, name it with Set-FederationTrust -Thumbprint, wait until every server has it, and publish it with Set-FederationTrust -PublishFederationCertificate.</source>
        <translation>%2 の証明書 %1 はフェデレーション信頼の証明書です。更新して作成した証明書は信頼に使われません。New-ExchangeCertificate で新しい証明書を作成し、Set-FederationTrust -Thumbprint で指定し、すべてのサーバーに届くのを待ってから、Set-FederationTrust -PublishFederationCertificate で公開してください。</translation>
    </message>
    <message>
        <source>Name %1 as the certificate that becomes the Auth certificate</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 を次の Auth 証明書として指定します</translation>
    </message>
    <message>
        <source>Publish %1: from now on it is the Auth certificate of the organisation</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>%1 を公開し、組織の Auth 証明書として使用を開始します</translation>
    </message>
    <message>
        <source>Servers that did not answer were left out of the decision. Refresh when they answer, and check that they have the certificate.</source>
        <translation>応答しなかったサーバーは、判断の対象から除外されました。応答するようになったら最新の情報に更新し、これらのサーバーに証明書があることを確認してください。</translation>
    </message>
</context>
<context>
    <name>PreflightText</name>
    <message>
        <source>Auth certificate</source>
        <translation>Auth 証明書</translation>
    </message>
    <message>
        <source>Internal transport certificate</source>
        <translation>内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Web sites (ports 443 and 444)</source>
        <translation>Web サイト (ポート 443、444)</translation>
    </message>
    <message>
        <source>Web Management Service</source>
        <translation>Web 管理サービス</translation>
    </message>
    <message>
        <source>Send connectors</source>
        <translation>送信コネクタ</translation>
    </message>
    <message>
        <source>Receive connectors and hybrid configuration</source>
        <translation>受信コネクタとハイブリッド構成</translation>
    </message>
    <message>
        <source>Federation</source>
        <translation>フェデレーション</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>復元の手段</translation>
    </message>
    <message>
        <source>clear</source>
        <comment>nothing depends on the certificate</comment>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>参考情報</translation>
    </message>
    <message>
        <source>needs your confirmation</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>stands in the way</source>
        <translation>削除不可</translation>
    </message>
    <message>
        <source>The Auth configuration could not be read. If this is the Auth certificate, removing it stops sign-ins to Outlook on the web.</source>
        <translation>認証構成を読み取れませんでした。この証明書が Auth 証明書の場合、削除すると Outlook on the web にサインインできなくなります。</translation>
    </message>
    <message>
        <source>It is the Auth certificate in use. Without it sign-ins to Outlook on the web, hybrid features and remote PowerShell fail.</source>
        <translation>使用中の Auth 証明書です。削除すると、Outlook on the web へのサインイン、ハイブリッド機能、リモート PowerShell を利用できなくなります。</translation>
    </message>
    <message>
        <source>It is staged as the next Auth certificate. Without it the organisation is left without one on the effective date.</source>
        <translation>次の Auth 証明書として設定されています。削除すると、有効開始日に組織の Auth 証明書がなくなります。</translation>
    </message>
    <message>
        <source>It is named as the previous Auth certificate. Sign-ins that began before the change still need it.</source>
        <translation>以前の Auth 証明書として指定されています。切り替え前に開始されたサインインでは、まだこの証明書が必要です。</translation>
    </message>
    <message>
        <source>It is none of the organisation&apos;s Auth certificates.</source>
        <translation>組織の Auth 証明書ではありません。</translation>
    </message>
    <message>
        <source>Which certificate %1 uses for internal transport could not be read. If it is this one, mail with %1 stops.</source>
        <translation>%1 が内部トランスポートに使用している証明書を読み取れませんでした。この証明書を使用している場合、削除すると %1 とのメールの送受信が停止します。</translation>
    </message>
    <message>
        <source>%1 uses another certificate for internal transport.</source>
        <translation>%1 は別の証明書を内部トランスポートに使用しています。</translation>
    </message>
    <message>
        <source>%1 uses it for internal transport. Without it mail to and from %1 within the organisation stops.</source>
        <translation>%1 がこの証明書を内部トランスポートに使用しています。削除すると、組織内で %1 とのメールの送受信が停止します。</translation>
    </message>
    <message>
        <source>What the web sites of %1 use could not be read.</source>
        <translation>%1 の Web サイトが使用している証明書を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Port 444 (Exchange Back End) uses it. Without it Outlook on the web, the Exchange admin center and the Exchange Management Shell of %1 stop.</source>
        <translation>ポート 444 (Exchange Back End) で使用されています。削除すると、%1 の Outlook on the web、Exchange 管理センター、Exchange 管理シェルが停止します。</translation>
    </message>
    <message>
        <source>Port 443 (default web site) uses it. Without it clients cannot connect to %1.</source>
        <translation>ポート 443 (Default Web Site) で使用されています。削除すると、クライアントが %1 に接続できなくなります。</translation>
    </message>
    <message>
        <source>No web site uses it.</source>
        <translation>この証明書を使用している Web サイトはありません。</translation>
    </message>
    <message>
        <source>It was not made for the Web Management Service.</source>
        <translation>Web 管理サービス用に作成された証明書ではありません。</translation>
    </message>
    <message>
        <source>It was made for the Web Management Service, and %1 has no successor. While the service uses it, removing it also stops Exchange updates.</source>
        <translation>Web 管理サービス用に作成された証明書で、%1 に後継の証明書がありません。サービスが使用している間に削除すると、Exchange の更新プログラムも適用できなくなります。</translation>
    </message>
    <message>
        <source>It was made for the Web Management Service. Which certificate the service uses now, no cmdlet shows.</source>
        <translation>Web 管理サービス用に作成された証明書です。サービスが現在使用している証明書は、コマンドレットでは確認できません。</translation>
    </message>
    <message>
        <source>The send connectors could not be read.</source>
        <translation>送信コネクタを読み取れませんでした。</translation>
    </message>
    <message>
        <source>No send connector names it.</source>
        <translation>この証明書を指定している送信コネクタはありません。</translation>
    </message>
    <message>
        <source>Send connectors name it by its issuer and subject: %1. Exchange refuses to remove it, also when another certificate has the same names.</source>
        <extracomment>%1: names of connectors</extracomment>
        <translation>次の送信コネクタが、発行者とサブジェクトでこの証明書を指定しています: %1。同じ名前の証明書がほかにあっても、Exchange は削除を拒否します。</translation>
    </message>
    <message>
        <source>The receive connectors or the hybrid configuration could not be read.</source>
        <translation>受信コネクタまたはハイブリッド構成を読み取れませんでした。</translation>
    </message>
    <message>
        <source>No receive connector and no hybrid configuration names it.</source>
        <translation>この証明書は、受信コネクタでもハイブリッド構成でも指定されていません。</translation>
    </message>
    <message>
        <source>Named by %1. No other certificate has the same names: connections that ask for it fail.</source>
        <extracomment>%1: names of connectors</extracomment>
        <translation>%1 で指定されています。同じ名前の証明書がほかにないため、削除すると、この証明書を必要とする接続が失敗します。</translation>
    </message>
    <message>
        <source>Named by %1. The certificate %2 has the same names and takes over.</source>
        <translation>%1 で指定されています。削除後は、同じ名前の証明書 %2 が使用されます。</translation>
    </message>
    <message>
        <source>No federation trust uses it.</source>
        <translation>この証明書を使用しているフェデレーション信頼はありません。</translation>
    </message>
    <message>
        <source>It belongs to the federation trust.</source>
        <translation>フェデレーション信頼で使用されています。</translation>
    </message>
    <message>
        <source>Its services are not known.</source>
        <translation>この証明書のサービスは不明です。</translation>
    </message>
    <message>
        <source>No other valid certificate of %2 carries %1.</source>
        <translation>%2 には、%1 が割り当てられた有効な証明書がほかにありません。</translation>
    </message>
    <message>
        <source>Every service that it carries is carried by another certificate, too.</source>
        <translation>割り当てられているサービスはすべて、ほかの証明書にも割り当てられています。</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>%1 まで有効です。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>有効期限が切れています。</translation>
    </message>
    <message>
        <source>Its key can be exported. Save it in a PFX file if you may need it again.</source>
        <translation>秘密キーをエクスポートできます。後で必要になる可能性がある場合は、PFX ファイルに保存してください。</translation>
    </message>
    <message>
        <source>Its key cannot be exported: there is no way back.</source>
        <translation>秘密キーをエクスポートできないため、削除すると元に戻せません。</translation>
    </message>
    <message>
        <source>Whether its key can be exported is not known.</source>
        <translation>秘密キーをエクスポートできるかどうかは不明です。</translation>
    </message>
    <message>
        <source>Rotate the Auth certificate first.</source>
        <translation>先に Auth 証明書を更新してください。</translation>
    </message>
    <message>
        <source>Take the staged certificate back first, or let it take over.</source>
        <translation>先に次の Auth 証明書の設定を取り消すか、次の Auth 証明書への切り替えを完了してください。</translation>
    </message>
    <message>
        <source>Clear the previous Auth certificate when the change is a few days old.</source>
        <translation>切り替えから数日たった後で、以前の Auth 証明書をクリアしてください。</translation>
    </message>
    <message>
        <source>Another certificate takes over as the first step.</source>
        <translation>最初の手順で、別の証明書に切り替えます。</translation>
    </message>
    <message>
        <source>Assign the services to another certificate first.</source>
        <translation>先に別の証明書にサービスを割り当ててください。</translation>
    </message>
    <message>
        <source>On %1 open IIS Manager, select the site Exchange Back End, Bindings, https 444, and choose the new certificate. It must be in the Trusted Root store, too. Then read %1 again.</source>
        <translation>%1 で IIS マネージャーを開き、サイト「Exchange Back End」の「バインド」で https 444 を選択して、新しい証明書を指定してください。新しい証明書は、信頼されたルート ストアにも必要です。その後、%1 をもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>On %1 open IIS Manager, Management Service, stop it, select the new certificate, apply and start it.</source>
        <translation>%1 で IIS マネージャーの「管理サービス」を開き、サービスを停止します。新しい証明書を選択して適用してから、サービスを開始してください。</translation>
    </message>
    <message>
        <source>Stop the transport service on the source servers, clear TlsCertificateName of the connector, remove the certificate on every source server, set the name again, and start the service.</source>
        <translation>送信元サーバーでトランスポート サービスを停止し、コネクタの TlsCertificateName をクリアしてください。すべての送信元サーバーで証明書を削除してから、TlsCertificateName を設定し直し、サービスを開始してください。</translation>
    </message>
    <message>
        <source>Use Set-FederationTrust to publish another certificate first.</source>
        <translation>先に Set-FederationTrust で別の証明書を公開してください。</translation>
    </message>
    <message>
        <source>Read it again when the servers answer.</source>
        <translation>サーバーが応答するようになったら、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <comment>button</comment>
        <translation>Auth 証明書の更新…</translation>
    </message>
    <message>
        <source>Auth certificate…</source>
        <comment>button</comment>
        <translation>Auth 証明書…</translation>
    </message>
    <message>
        <source>Assign services…</source>
        <comment>button</comment>
        <translation>サービスの割り当て…</translation>
    </message>
    <message>
        <source>Read again</source>
        <comment>button</comment>
        <translation>最新の情報に更新</translation>
    </message>
    <message>
        <source>No other certificate of %1 can take over. Renew this one first.</source>
        <translation>%1 には、役割を引き継げる証明書がほかにありません。先にこの証明書を更新してください。</translation>
    </message>
    <message>
        <source>Renew…</source>
        <comment>button</comment>
        <translation>更新…</translation>
    </message>
    <message>
        <source>What the ports show</source>
        <translation>ポートが提示する証明書</translation>
    </message>
    <message>
        <source>What the ports of %1 show was not checked.</source>
        <translation>%1 のポートが提示する証明書は確認していません。</translation>
    </message>
    <message>
        <source>No port of %1 that was looked at shows it.</source>
        <translation>確認した %1 のポートに、この証明書を提示するものはありません。</translation>
    </message>
    <message>
        <source>%1 shows it to everyone who connects to %2.</source>
        <extracomment>%1: a server, %2: ports such as &quot;HTTPS 443 and SMTP 25&quot;</extracomment>
        <translation>%1 は、%2 に接続するすべての相手にこの証明書を提示しています。</translation>
    </message>
    <message>
        <source>%1 A web site does not choose another one by itself: it stops.</source>
        <extracomment>%1: a sentence</extracomment>
        <translation>%1Web サイトの証明書が自動的に切り替わることはなく、Web サイトは停止します。</translation>
    </message>
    <message>
        <source>%1 What was read later says otherwise.</source>
        <extracomment>%1: a sentence</extracomment>
        <translation>%1ただし、その後に読み取った情報と一致しません。</translation>
    </message>
    <message>
        <source>%1 Exchange chooses another certificate that carries the service, if there is one.</source>
        <extracomment>%1: a sentence</extracomment>
        <translation>%1サービスが割り当てられた別の証明書があれば、Exchange がその証明書を選択します。</translation>
    </message>
    <message>
        <source>Check what the ports show, if this computer reaches them.</source>
        <translation>このコンピューターから接続できる場合は、ポートが提示する証明書を確認してください。</translation>
    </message>
    <message>
        <source>On %1 open IIS Manager and choose another certificate for it. Then check the ports again.</source>
        <translation>%1 で IIS マネージャーを開き、別の証明書を選択してから、もう一度ポートを確認してください。</translation>
    </message>
    <message>
        <source>Check the ports</source>
        <comment>button</comment>
        <translation>ポートを確認</translation>
    </message>
</context>
<context>
    <name>PromptText</name>
    <message>
        <source>The server asks for a decision</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>サーバーから確認が求められています</translation>
    </message>
    <message>
        <source>%1 asks for a decision</source>
        <translation>%1 から確認が求められています</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <extracomment>%1 and %2 are numbers, %3 is the name of a cmdlet</extracomment>
        <translation>手順 %1 / %2 | %3</translation>
    </message>
    <message>
        <source>The new Auth certificate takes effect although some servers may not have it yet. Those servers refuse sign-ins until it arrives.</source>
        <translation>一部のサーバーに届いていなくても、新しい Auth 証明書が有効になります。届いていないサーバーでは、届くまでサインインできません。</translation>
    </message>
    <message>
        <source>Nothing is changed. Choose a later effective date.</source>
        <translation>何も変更されません。より後の有効開始日を選択してください。</translation>
    </message>
    <message>
        <source>The certificate and its private key are deleted from the store of %1. This cannot be undone.</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>証明書とその秘密キーが %1 の証明書ストアから削除されます。この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>The certificate stays where it is.</source>
        <translation>証明書はそのまま残ります。</translation>
    </message>
    <message>
        <source>The new certificate protects mail between servers from now on. The old one can then be removed.</source>
        <translation>今後は新しい証明書がサーバー間のメールを保護します。古い証明書は削除できるようになります。</translation>
    </message>
    <message>
        <source>The new certificate protects mail between servers from now on, in place of “%1”, which stays in the store.</source>
        <extracomment>%1 is a certificate&apos;s name</extracomment>
        <translation>今後は「%1」に代わって、新しい証明書がサーバー間のメールを保護します。「%1」は証明書ストアに残ります。</translation>
    </message>
    <message>
        <source>The new certificate protects mail between servers from now on, in place of the one used today.</source>
        <translation>今後は現在の証明書に代わって、新しい証明書がサーバー間のメールを保護します。</translation>
    </message>
    <message>
        <source>The new certificate is created for its services, but mail between servers keeps using the present one.</source>
        <translation>新しい証明書は指定したサービス用に作成されますが、サーバー間のメールでは現在の証明書が引き続き使用されます。</translation>
    </message>
    <message>
        <source>Kakuin does not know that certificate: it was not there when the organisation was read.</source>
        <translation>現在の証明書は、組織の情報を読み取った時点では存在しなかったため、詳細は不明です。</translation>
    </message>
    <message>
        <source>That one has expired already, and it cannot be removed while it has this role.</source>
        <translation>現在の証明書は既に期限切れです。また、この役割を持つ間は削除できません。</translation>
    </message>
    <message>
        <source>That one expires today, and it cannot be removed while it has this role.</source>
        <translation>現在の証明書の有効期限は本日です。また、この役割を持つ間は削除できません。</translation>
    </message>
    <message>
        <source>It cannot be removed while it has this role.</source>
        <translation>この役割を持つ間は削除できません。</translation>
    </message>
    <message numerus="yes">
        <source>That one expires in %n days, and it cannot be removed while it has this role.</source>
        <translation>
            <numerusform>現在の証明書の有効期限は残り %n 日です。また、この役割を持つ間は削除できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>“To all” answers further questions of this one command in the same way. Later steps ask again.</source>
        <translation>「すべて続行」または「すべて無視」を選択すると、このコマンドの以降の確認にも同じ回答をします。後の手順では改めて確認が求められます。</translation>
    </message>
    <message>
        <source>“To all” answers further questions of this one command on %1 in the same way. Later steps ask again.</source>
        <translation>「すべて続行」または「すべて無視」を選択すると、%1 に対するこのコマンドの以降の確認にも同じ回答をします。後の手順では改めて確認が求められます。</translation>
    </message>
    <message>
        <source>Stopping here leaves the new certificate in the store: it has been created already. Internal transport stays as it is, and the remaining steps do not run.</source>
        <translation>ここで中止しても、新しい証明書は既に作成されているため、証明書ストアに残ります。内部トランスポート証明書は変わりません。残りの手順は実行されません。</translation>
    </message>
    <message>
        <source>Stopping here leaves internal transport as it is. The remaining steps do not run.</source>
        <translation>ここで中止すると、内部トランスポート証明書は変わりません。残りの手順は実行されません。</translation>
    </message>
    <message>
        <source>Stopping here leaves the Auth configuration as it is. The remaining steps do not run.</source>
        <translation>ここで中止すると、認証構成は変わりません。残りの手順は実行されません。</translation>
    </message>
    <message>
        <source>Stopping here removes nothing. The remaining steps do not run.</source>
        <translation>ここで中止すると、証明書は削除されません。残りの手順は実行されません。</translation>
    </message>
    <message>
        <source>Stopping here ends this command without an answer. What it did before the question stays done, and the remaining steps do not run.</source>
        <translation>ここで中止すると、回答せずにこのコマンドを終了します。確認の前に行われた処理はそのまま残り、残りの手順は実行されません。</translation>
    </message>
    <message>
        <source>Internal transport certificate of %1</source>
        <extracomment>%1 is a server&apos;s name</extracomment>
        <translation>%1 の内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Just created</source>
        <translation>作成直後</translation>
    </message>
    <message>
        <source>Its successor: same names, new key</source>
        <translation>後継: 同じ名前、新しいキー</translation>
    </message>
    <message>
        <source>Not there when the organisation was read</source>
        <translation>組織の情報を読み取った時点には存在しません</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentences</comment>
        <extracomment>two whole sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Server %1 of %2 · Step %3 of %4 · %5</source>
        <extracomment>%1 to %4 are numbers, %5 is the name of a cmdlet</extracomment>
        <translation>サーバー %1/%2 | 手順 %3/%4 | %5</translation>
    </message>
    <message>
        <source>The certificate that the command names protects mail between servers from now on. The present one stays in the store.</source>
        <translation>コマンドで指定した証明書が、今後サーバー間のメールで使用されます。現在の証明書はストアに残ります。</translation>
    </message>
    <message>
        <source>The certificate gets its other services, but mail between servers keeps using the present one.</source>
        <translation>証明書に他のサービスは割り当てられますが、サーバー間のメールでは引き続き現在の証明書が使用されます。</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>as of %1</source>
        <extracomment>behind the name of a server whose data is old; %1: a time, or a day and a time</extracomment>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>as of %1: %2</source>
        <extracomment>behind the name of a server whose data is old; %1: a time, or a day and a time, %2: why it is (&quot;cannot be reached&quot;)</extracomment>
        <translation>%1 時点: %2</translation>
    </message>
    <message>
        <source>It is being read again. What is shown was read %1.</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>読み取り直しています。表示されているのは、%1 に読み取った内容です。</translation>
    </message>
    <message>
        <source>What is shown was read %1, before the organisation was opened this time.</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>表示されているのは、今回組織を開く前の %1 に読み取った内容です。</translation>
    </message>
    <message>
        <source>What is shown was read %1. Reading it again was cancelled %2.</source>
        <extracomment>both are a time, or a day and a time</extracomment>
        <translation>表示されているのは、%1 に読み取った内容です。%2 に読み取りの更新がキャンセルされました。</translation>
    </message>
    <message>
        <source>What is shown was read %1. It could not be read again %2. %3</source>
        <extracomment>%1 and %2 are a time, or a day and a time; %3: sentences</extracomment>
        <translation>表示されているのは、%1 に読み取った内容です。%2 に読み取り直そうとしましたが、できませんでした。%3</translation>
    </message>
    <message>
        <source>This is the organisation as it was read %1. Each row becomes current as soon as it has been read.</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>%1 に読み取った組織の状態を表示しています。各行は、読み取りが終わり次第、最新の内容になります。</translation>
    </message>
    <message>
        <source>The reading was cancelled. What had not been read by then is as of %1.</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>読み取りはキャンセルされました。それまでに読み取れなかった部分は、%1 時点の内容です。</translation>
    </message>
    <message>
        <source>The reading was cancelled. What had not been read by then is not known.</source>
        <translation>読み取りはキャンセルされました。それまでに読み取れなかった部分の状態は不明です。</translation>
    </message>
    <message>
        <source>The organisation could not be read again. What could not be read is shown as of %1.</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>組織を読み取り直すことができませんでした。読み取れなかった部分は、%1 時点の内容を表示しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n servers could not be read again. What is shown of them is older than the rest.</source>
        <translation>
            <numerusform>%n 台のサーバーを読み取り直すことができませんでした。これらのサーバーについては、ほかよりも古い内容を表示しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reading was cancelled before %n servers had answered.</source>
        <translation>
            <numerusform>%n 台のサーバーが応答する前に、読み取りがキャンセルされました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>the code of the language of these texts: en, ja. It tells browsers and screen readers how to show the page.</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>Certificates of the organisation</source>
        <extracomment>title of a report; %1: name of the organisation</extracomment>
        <translation>組織の証明書</translation>
    </message>
    <message>
        <source>Certificates of %1</source>
        <translation>%1 の証明書</translation>
    </message>
    <message>
        <source>at a time that is not known</source>
        <translation>不明な日時</translation>
    </message>
    <message>
        <source>Read %1, report made %2 by Kakuin. Times are local to this computer.</source>
        <extracomment>%1: when the organisation was read, %2: when the report was made</extracomment>
        <translation>取得: %1、レポート作成: %2 (Kakuin)。時刻はこのコンピューターのローカル時刻です。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出項目</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>検出項目はありません。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Servers and certificates</source>
        <translation>サーバーと証明書</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: server, %2: version of Exchange</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <extracomment>%1: a sentence that says why</extracomment>
        <translation>不明: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Thumbprint</source>
        <translation>拇印</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>サブジェクト</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>シリアル番号</translation>
    </message>
    <message>
        <source>Valid from (UTC)</source>
        <translation>有効期間の開始 (UTC)</translation>
    </message>
    <message>
        <source>Expires (UTC)</source>
        <translation>有効期限 (UTC)</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>残り日数</translation>
    </message>
    <message>
        <source>Friendly name</source>
        <translation>フレンドリ名</translation>
    </message>
    <message>
        <source>Self-signed</source>
        <translation>自己署名</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>秘密キー</translation>
    </message>
    <message>
        <source>Key exportable</source>
        <translation>キーのエクスポート可否</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Root CA type</source>
        <translation>ルート CA の種類</translation>
    </message>
    <message>
        <source>Key algorithm</source>
        <translation>キーのアルゴリズム</translation>
    </message>
    <message>
        <source>Key size (bits)</source>
        <translation>キーのサイズ (ビット)</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>署名アルゴリズム</translation>
    </message>
    <message>
        <source>DNS names</source>
        <translation>DNS 名</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Expiry timeline</source>
        <translation>有効期限のタイムライン</translation>
    </message>
    <message>
        <source>There are too many certificates for one picture. The window shows them; the calendar export holds them all.</source>
        <translation>証明書が多いため、1 枚の図に表示できません。ウィンドウで確認できます。カレンダーのエクスポートにはすべての証明書が含まれます。</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>変更計画</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <extracomment>heading of a step; %1: its number, %2: what it does</extracomment>
        <translation>手順 %1: %2</translation>
    </message>
    <message>
        <source>Questions to expect</source>
        <translation>想定される確認</translation>
    </message>
    <message>
        <source>Check before the next step</source>
        <translation>次の手順に進む前の確認</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>開始する前に</translation>
    </message>
    <message>
        <source>If a check fails, stop there. What the earlier steps did stays done: compare with the organisation before you repeat anything.</source>
        <translation>確認の結果に問題がある場合は、その時点で中止してください。それまでに実行した内容はそのまま残ります。やり直す前に、組織の現在の状態と比較してください。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Concerns</source>
        <extracomment>column: what a finding is about</extracomment>
        <translation>対象</translation>
    </message>
    <message>
        <source>In the commands, &lt;1&gt; stands for the thumbprint of the certificate that step 1 makes.</source>
        <translation>コマンド中の &lt;1&gt; は、手順 1 で作成される証明書の拇印を表します。</translation>
    </message>
    <message>
        <source>Hash of this plan (SHA-256): %1. Kakuin shows it on the Review page, before anything runs.</source>
        <extracomment>%1 is a SHA-256 of the plan, 64 hexadecimal digits</extracomment>
        <translation>この計画のハッシュ (SHA-256): %1。Kakuin では、実行前の確認のページに表示されます。</translation>
    </message>
</context>
<context>
    <name>ResumeWizard</name>
    <message>
        <source>Continue: %1</source>
        <extracomment>title of a window; %1: what was interrupted</extracomment>
        <translation>続行: %1</translation>
    </message>
</context>
<context>
    <name>RoleText</name>
    <message>
        <source>Own</source>
        <comment>badge: the server&apos;s own certificate</comment>
        <translation>サーバー自身</translation>
    </message>
    <message>
        <source>Transport</source>
        <comment>badge: internal transport certificate</comment>
        <translation>トランスポート</translation>
    </message>
    <message>
        <source>Auth</source>
        <comment>badge: Auth certificate in use</comment>
        <translation>Auth</translation>
    </message>
    <message>
        <source>Auth next</source>
        <comment>badge</comment>
        <translation>次の Auth</translation>
    </message>
    <message>
        <source>Auth previous</source>
        <comment>badge</comment>
        <translation>以前の Auth</translation>
    </message>
    <message>
        <source>Connector</source>
        <comment>badge</comment>
        <translation>コネクタ</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <comment>badge</comment>
        <translation>ハイブリッド</translation>
    </message>
    <message>
        <source>Federation</source>
        <comment>badge</comment>
        <translation>フェデレーション</translation>
    </message>
    <message>
        <source>Server&apos;s own certificate</source>
        <translation>サーバー自身の証明書</translation>
    </message>
    <message>
        <source>Internal transport certificate</source>
        <translation>内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Auth certificate in use</source>
        <translation>使用中の Auth 証明書</translation>
    </message>
    <message>
        <source>Next Auth certificate</source>
        <translation>次の Auth 証明書</translation>
    </message>
    <message>
        <source>Previous Auth certificate</source>
        <translation>以前の Auth 証明書</translation>
    </message>
    <message>
        <source>Front end, port 443</source>
        <translation>フロント エンド (ポート 443)</translation>
    </message>
    <message>
        <source>Back end, port 444</source>
        <translation>バック エンド (ポート 444)</translation>
    </message>
    <message>
        <source>Web Management Service</source>
        <translation>Web 管理サービス</translation>
    </message>
    <message>
        <source>Send connector</source>
        <translation>送信コネクタ</translation>
    </message>
    <message>
        <source>Receive connector</source>
        <translation>受信コネクタ</translation>
    </message>
    <message>
        <source>Hybrid mail</source>
        <translation>ハイブリッド メール</translation>
    </message>
    <message>
        <source>Federation trust</source>
        <translation>フェデレーション信頼</translation>
    </message>
    <message>
        <source>Identifies %1 by its own names; %1 issued it to itself.</source>
        <translation>%1 自身の名前を証明しています。%1 が発行した自己署名証明書です。</translation>
    </message>
    <message>
        <source>Protects mail between the servers of the organisation (internal transport certificate of %1).</source>
        <translation>組織内のサーバー間のメールを保護しています (%1 の内部トランスポート証明書)。</translation>
    </message>
    <message>
        <source>Signs what the servers tell one another and protects sign-in to Outlook on the web and the admin center (Auth certificate of the organisation).</source>
        <translation>サーバー間でやり取りする情報に署名し、Outlook on the web と管理センターへのサインインを保護しています (組織の Auth 証明書)。</translation>
    </message>
    <message>
        <source>Becomes the Auth certificate of the organisation on its effective date.</source>
        <translation>有効開始日に、組織の Auth 証明書になります。</translation>
    </message>
    <message>
        <source>Was the Auth certificate before the last rotation; what it signed is still accepted.</source>
        <translation>前回の更新まで Auth 証明書でした。この証明書で署名されたものは引き続き受け入れられます。</translation>
    </message>
    <message>
        <source>Secures port 443 of %1, where Outlook, browsers and phones connect (Default Web Site).</source>
        <translation>Outlook、ブラウザー、モバイル デバイスが接続する %1 のポート 443 を保護しています (Default Web Site)。</translation>
    </message>
    <message>
        <source>Secures port 444 of %1, to which the front end passes every request (Exchange Back End).</source>
        <translation>フロント エンドからすべての要求を受け取る %1 のポート 444 を保護しています (Exchange Back End)。</translation>
    </message>
    <message>
        <source>Secures remote administration of IIS on %1 (Web Management Service, port 8172).</source>
        <translation>%1 の IIS のリモート管理を保護しています (Web 管理サービス、ポート 8172)。</translation>
    </message>
    <message>
        <source>Proves who sends through the send connector “%1”, which names it by issuer and subject.</source>
        <translation>送信コネクタ「%1」で、発行者とサブジェクトによって指定されています。送信元の証明に使用されます。</translation>
    </message>
    <message>
        <source>Is shown to senders by the receive connector “%1”, which names it by issuer and subject.</source>
        <translation>受信コネクタ「%1」で、発行者とサブジェクトによって指定されています。送信元に提示されます。</translation>
    </message>
    <message>
        <source>Secures mail between the organisation and Microsoft 365 (hybrid configuration).</source>
        <translation>組織と Microsoft 365 の間のメールを保護しています (ハイブリッド構成)。</translation>
    </message>
    <message>
        <source>Identifies the organisation in its federation trust, for calendars shared with others.</source>
        <translation>予定表の共有に使用するフェデレーション信頼で、組織を証明しています。</translation>
    </message>
    <message>
        <source>Mail to and from %1 stops within the organisation. Exchange does not refuse its removal from a Client Access server: let another certificate take over first.</source>
        <translation>組織内で %1 とのメールの送受信が停止します。クライアント アクセス サーバーでは Exchange が削除を拒否しないため、先に別の証明書に切り替えてください。</translation>
    </message>
    <message>
        <source>Mail to and from %1 stops within the organisation. Exchange refuses its removal until another certificate takes over.</source>
        <translation>組織内で %1 とのメールの送受信が停止します。別の証明書に置き換えるまで、Exchange は削除を拒否します。</translation>
    </message>
    <message>
        <source>Sign-in to Outlook on the web and the admin center fails on every server, and so do free/busy and hybrid requests. Exchange does not refuse its removal.</source>
        <translation>すべてのサーバーで、Outlook on the web と管理センターへのサインインに失敗し、空き時間情報とハイブリッドの要求も失敗します。Exchange は削除を拒否しません。</translation>
    </message>
    <message>
        <source>The rotation that is under way cannot complete, and the present Auth certificate runs out.</source>
        <translation>進行中の更新が完了できず、現在の Auth 証明書の有効期限が切れます。</translation>
    </message>
    <message>
        <source>People who signed in before the last rotation have to sign in again.</source>
        <translation>前回の更新より前にサインインしたユーザーは、サインインし直す必要があります。</translation>
    </message>
    <message>
        <source>Outlook, browsers and phones warn about %1 once it has expired, and cannot connect once it is gone.</source>
        <translation>有効期限が切れると、%1 に接続する Outlook、ブラウザー、モバイル デバイスに警告が表示されます。削除すると接続できなくなります。</translation>
    </message>
    <message>
        <source>Outlook on the web, the admin center and the Exchange Management Shell stop on %1. Exchange does not refuse its removal: bind another certificate to port 444 in IIS Manager first.</source>
        <translation>%1 で、Outlook on the web、管理センター、Exchange 管理シェルが停止します。Exchange は削除を拒否しないため、先に IIS マネージャーでポート 444 に別の証明書をバインドしてください。</translation>
    </message>
    <message>
        <source>The Web Management Service does not start, which can stop an Exchange update. Select another certificate in IIS Manager first.</source>
        <translation>Web 管理サービスを開始できず、Exchange の更新プログラムの適用が失敗することがあります。先に IIS マネージャーで別の証明書を選択してください。</translation>
    </message>
    <message>
        <source>Mail through “%1” fails, unless another certificate with the same issuer and subject is there. Exchange refuses its removal while the connector names it.</source>
        <translation>発行者とサブジェクトが同じ証明書がほかになければ、「%1」経由のメールが失敗します。コネクタが指定している間、Exchange は削除を拒否します。</translation>
    </message>
    <message>
        <source>Servers that expect it no longer deliver through “%1”.</source>
        <translation>この証明書を必要とするサーバーは、「%1」経由で配信できなくなります。</translation>
    </message>
    <message>
        <source>Mail to and from Microsoft 365 fails. Run the Hybrid Configuration Wizard with the new certificate.</source>
        <translation>Microsoft 365 とのメールの送受信が失敗します。新しい証明書でハイブリッド構成ウィザードを実行してください。</translation>
    </message>
    <message>
        <source>Calendars and free/busy are no longer shared with other organisations.</source>
        <translation>ほかの組織と予定表や空き時間情報を共有できなくなります。</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>%1 から取得</translation>
    </message>
    <message>
        <source>Read from %1, %2</source>
        <extracomment>%1: a cmdlet, %2: a time, or a day and a time</extracomment>
        <translation>%1 から取得 (%2)</translation>
    </message>
    <message>
        <source>Serves %1 on %2.</source>
        <extracomment>%1: services such as &quot;IMAP, POP and SMTP&quot;, %2: a server</extracomment>
        <translation>%2 の %1 で使用されています。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>%1: all but the last item of a list, %2: the last</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Clients and servers that reach %1 by its own names see a warning or cannot connect.</source>
        <translation>%1 自身の名前で接続するクライアントやサーバーでは、警告が表示されるか、接続できなくなります。</translation>
    </message>
    <message>
        <source>Is what %1 of %2 shows to everyone who connects.</source>
        <extracomment>%1: a port such as &quot;SMTP 25&quot;, %2: a server</extracomment>
        <translation>%2 の %1 が、すべての接続元に提示する証明書です。</translation>
    </message>
    <message>
        <source>%1 shows another certificate that carries SMTP, or offers no encryption any more.</source>
        <extracomment>%1: a port such as &quot;SMTP 25&quot;</extracomment>
        <translation>%1 は SMTP が割り当てられた別の証明書を提示するか、暗号化を提供しなくなります。</translation>
    </message>
    <message>
        <source>Seen on %1, %2</source>
        <extracomment>%1: a port such as &quot;HTTPS 443&quot;, %2: a time, or a day and a time</extracomment>
        <translation>%1 で確認、%2</translation>
    </message>
</context>
<context>
    <name>RotationText</name>
    <message>
        <source>The Auth configuration could not be read.</source>
        <translation>認証構成を読み取れませんでした。</translation>
    </message>
    <message>
        <source>No rotation of the Auth certificate is under way.</source>
        <translation>進行中の Auth 証明書の更新はありません。</translation>
    </message>
    <message>
        <source>A new Auth certificate is staged and takes over on %1. Not every server has it yet.</source>
        <extracomment>%1: a date with time</extracomment>
        <translation>新しい証明書が次の Auth 証明書として設定され、%1 に切り替わります。まだ届いていないサーバーがあります。</translation>
    </message>
    <message>
        <source>A new Auth certificate is staged and takes over on %1. Every server has it.</source>
        <extracomment>%1: a date with time</extracomment>
        <translation>新しい証明書が次の Auth 証明書として設定され、%1 に切り替わります。すべてのサーバーに配布済みです。</translation>
    </message>
    <message>
        <source>The staged Auth certificate should have taken over on %1 and has not yet.</source>
        <extracomment>%1: a date with time</extracomment>
        <translation>次の Auth 証明書は %1 に切り替わる予定でしたが、まだ切り替わっていません。</translation>
    </message>
    <message>
        <source>The new Auth certificate is in use. The previous one is still named.</source>
        <translation>新しい Auth 証明書を使用中です。以前の Auth 証明書は指定されたままです。</translation>
    </message>
    <message>
        <source>Read the organisation again.</source>
        <translation>最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>Some servers lack the certificate, and those that have it refuse its export through Exchange (October 2025 security update or later). Exchange distributes it by itself, usually within a day. Where it does not arrive, export it with Windows on a server that has it (certlm.msc or Export-PfxCertificate), if its key can be exported, and import that file on the servers that lack it.</source>
        <translation>証明書がないサーバーがあります。証明書があるサーバーには 2025 年 10 月以降のセキュリティ更新プログラムが適用されているため、Exchange ではエクスポートできません。証明書は Exchange によって自動的に配布され、通常は 1 日以内に届きます。届かないサーバーがある場合は、キーがエクスポート可能であれば、証明書があるサーバーで Windows の機能 (certlm.msc または Export-PfxCertificate) を使用してエクスポートし、そのファイルを証明書がないサーバーにインポートしてください。</translation>
    </message>
    <message>
        <source>Some servers have been without it for more than a day: copy it to them.</source>
        <translation>1 日以上たっても届いていないサーバーがあります。これらのサーバーに証明書をコピーしてください。</translation>
    </message>
    <message>
        <source>It spreads by itself, within minutes in a site and within hours to other sites.</source>
        <translation>証明書は自動的に配布されます。同じサイトには数分以内、ほかのサイトには数時間以内に届きます。</translation>
    </message>
    <message>
        <source>Nothing needs doing until then.</source>
        <translation>それまで対応は不要です。</translation>
    </message>
    <message>
        <source>Exchange looks every twelve hours. If that has passed, publish it now.</source>
        <translation>Exchange は 12 時間ごとに確認して切り替えます。12 時間を過ぎている場合は、今すぐ公開してください。</translation>
    </message>
    <message>
        <source>Exchange looks every twelve hours. Copy it to the servers that lack it before you publish it.</source>
        <translation>Exchange は 12 時間ごとに確認して切り替えます。公開する場合は、先に未配布のサーバーに証明書をコピーしてください。</translation>
    </message>
    <message>
        <source>Leave the previous one for a few days, because sign-ins that began before the change need it. Then clear it.</source>
        <translation>以前の証明書は、切り替え前に開始されたサインインに必要なため、数日間は残してください。その後、クリアしてください。</translation>
    </message>
    <message>
        <source>has it</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>has it without its key</source>
        <translation>あり (秘密キーなし)</translation>
    </message>
    <message>
        <source>does not have it</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>takes no part (Edge)</source>
        <translation>対象外 (エッジ)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n servers have it</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%n 台中 %1 台のサーバーにあります</numerusform>
        </translation>
    </message>
    <message>
        <source>The Auth certificate in use expires %1, so there is time for a change that nobody notices.</source>
        <extracomment>%1: &quot;in 12 days&quot;</extracomment>
        <translation>使用中の Auth 証明書の有効期限 (%1) まで余裕があるため、ユーザーに影響を与えずに切り替えることができます。</translation>
    </message>
    <message>
        <source>The Auth certificate in use expires %1, before a staged one could take over.</source>
        <extracomment>%1: &quot;in 2 days&quot;</extracomment>
        <translation>使用中の Auth 証明書は、次の証明書の有効開始日より前に有効期限が切れます (%1)。</translation>
    </message>
    <message>
        <source>The Auth certificate in use has expired: sign-ins to Outlook on the web fail until it is replaced.</source>
        <translation>使用中の Auth 証明書は有効期限が切れています。置き換えるまで、Outlook on the web にサインインできません。</translation>
    </message>
    <message>
        <source>No server that was read has the Auth certificate that the configuration names.</source>
        <translation>認証構成で指定されている Auth 証明書が、読み取ったどのサーバーにもありません。</translation>
    </message>
    <message>
        <source>mailbox server, has the present Auth certificate</source>
        <translation>メールボックス サーバー、現在の Auth 証明書あり</translation>
    </message>
    <message>
        <source>mailbox server</source>
        <translation>メールボックス サーバー</translation>
    </message>
    <message>
        <source>not a mailbox server</source>
        <translation>メールボックス サーバー以外</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>接続不可</translation>
    </message>
    <message>
        <source>Edge servers have no Auth certificate</source>
        <translation>エッジ サーバーのため対象外</translation>
    </message>
    <message>
        <source>Choose the server on which the new certificate is created.</source>
        <translation>新しい証明書を作成するサーバーを選択してください。</translation>
    </message>
    <message>
        <source>%1 did not answer when the organisation was read. Choose another server, or refresh.</source>
        <translation>組織の読み取り時に %1 が応答しませんでした。別のサーバーを選択するか、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>%1 is not a mailbox server. Choose one that is.</source>
        <translation>%1 はメールボックス サーバーではありません。メールボックス サーバーを選択してください。</translation>
    </message>
    <message>
        <source>Write at least one name, or choose the certificate without names.</source>
        <translation>名前を 1 つ以上入力するか、名前なしの証明書を選択してください。</translation>
    </message>
    <message>
        <source>“%1” is not a host name. Use letters, digits, hyphens and dots.</source>
        <translation>「%1」はホスト名として使用できません。英字、数字、ハイフン、ピリオドを使用してください。</translation>
    </message>
    <message>
        <source>The effective date must be at least 48 hours ahead.</source>
        <translation>有効開始日は 48 時間以上先に設定してください。</translation>
    </message>
    <message>
        <source>The Auth configuration could not be read. Refresh before you go on.</source>
        <translation>認証構成を読み取れませんでした。最新の情報に更新してから続行してください。</translation>
    </message>
    <message>
        <source>A new Auth certificate is staged without an effective date, so it does not take over by itself.</source>
        <translation>新しい証明書が次の Auth 証明書として設定されていますが、有効開始日がないため、自動的には切り替わりません。</translation>
    </message>
    <message>
        <source>Every server has it. Publish it now, or rotate with this certificate to give it a date.</source>
        <translation>すべてのサーバーに配布済みです。今すぐ公開するか、この証明書を使用して Auth 証明書の更新をもう一度行い、有効開始日を設定してください。</translation>
    </message>
    <message>
        <source>Its dates cannot be read.</source>
        <translation>有効期間の日付を読み取れません。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>有効期限が切れています。</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>有効期間がまだ始まっていません。</translation>
    </message>
    <message>
        <source>No server that was read has its private key.</source>
        <translation>読み取ったどのサーバーにも秘密キーがありません。</translation>
    </message>
    <message>
        <source>Whether a server has its private key could not be read.</source>
        <translation>秘密キーがサーバーにあるかどうかを読み取れませんでした。</translation>
    </message>
    <message>
        <source>It is a request that has not been completed.</source>
        <translation>証明書の要求が完了していません。</translation>
    </message>
    <message>
        <source>A server reports that it is revoked.</source>
        <translation>失効しているとサーバーが報告しています。</translation>
    </message>
    <message>
        <source>The server reports that it is invalid.</source>
        <translation>無効であるとサーバーが報告しています。</translation>
    </message>
    <message>
        <source>It is made for another purpose.</source>
        <translation>別の用途の証明書です。</translation>
    </message>
    <message>
        <source>It was made and never used, by a rotation that was not completed or a renewal by hand.</source>
        <translation>完了しなかった Auth 証明書の更新、または手動での更新によって作成され、まだ使用されていません。</translation>
    </message>
    <message>
        <source>It is the Auth certificate in use.</source>
        <translation>使用中の Auth 証明書です。</translation>
    </message>
    <message>
        <source>It was replaced, and the configuration names it as the previous one.</source>
        <translation>既に置き換えられており、認証構成では以前の Auth 証明書として指定されています。</translation>
    </message>
    <message>
        <source>It is not a self-signed certificate with the name of the Auth certificate.</source>
        <translation>Auth 証明書の名前を持つ自己署名証明書ではありません。</translation>
    </message>
    <message>
        <source>Its key is not an RSA key in a cryptographic service provider (CSP), and Exchange cannot sign with it.</source>
        <translation>キーが暗号化サービス プロバイダー (CSP) の RSA キーではないため、Exchange は署名に使用できません。</translation>
    </message>
    <message>
        <source>Its key is too small, or its server calls it invalid.</source>
        <translation>キーが短すぎるか、サーバーが無効と判断しています。</translation>
    </message>
    <message>
        <source>It ends too soon to be the next Auth certificate.</source>
        <translation>残りの期間が短いため、次の Auth 証明書として使用できません。</translation>
    </message>
    <message>
        <source>It is older than the Auth certificate in use.</source>
        <translation>使用中の Auth 証明書より古い証明書です。</translation>
    </message>
    <message>
        <source>The certificate in use has expired or is missing, so nothing needs it any more.</source>
        <translation>使用中の証明書は、有効期限が切れているか、見つからないため、もう必要ありません。</translation>
    </message>
    <message>
        <source>Not preset: the certificate in use has not expired, although no server can sign with it. What was signed with it before may still be presented.</source>
        <translation>既定ではオフです。使用中の証明書で署名できるサーバーはありませんが、有効期限は切れていません。以前に署名されたトークンがまだ使用されている可能性があります。</translation>
    </message>
    <message>
        <source>Not preset: the certificate in use is still valid, and not every server has the new one. Servers that lack the new one depend on it.</source>
        <translation>既定ではオフです。使用中の証明書はまだ有効で、新しい証明書が届いていないサーバーがあります。これらのサーバーには、使用中の証明書が必要です。</translation>
    </message>
    <message>
        <source>Not preset: the certificate in use is still valid, and sign-ins that began before the change need it.</source>
        <translation>既定ではオフです。使用中の証明書はまだ有効で、切り替え前に開始されたサインインに必要です。</translation>
    </message>
    <message>
        <source>Not preset: whether the certificate in use is still valid could not be read.</source>
        <translation>既定ではオフです。使用中の証明書がまだ有効かどうかを読み取れませんでした。</translation>
    </message>
    <message>
        <source>Choose a certificate, or make a new one.</source>
        <translation>証明書を選択するか、新しく作成してください。</translation>
    </message>
    <message>
        <source>The certificate %1 cannot become the Auth certificate. Choose another one, or make a new one.</source>
        <extracomment>%1: the beginning of a thumbprint</extracomment>
        <translation>証明書 %1 は Auth 証明書として使用できません。別の証明書を選択するか、新しく作成してください。</translation>
    </message>
    <message>
        <source>It is the next one already. Staging it again gives it a new date.</source>
        <translation>既に次の Auth 証明書として設定されています。設定し直すと、有効開始日が変更されます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>whether servers have a certificate; %1: &quot;has it&quot;, %2: servers</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The Auth certificate is in use, and not every server has it.</source>
        <translation>Auth 証明書は使用中ですが、まだ届いていないサーバーがあります。</translation>
    </message>
</context>
<context>
    <name>RunbookTextWriter</name>
    <message>
        <source>Written by Kakuin on %1, for %2.
Run it in the Exchange Management Shell, step by step or as a whole.
It stops with a message when a check does not agree. Questions of the server are yours to answer.</source>
        <extracomment>Comment at the head of a script. %1: a date with time, %2: names of servers</extracomment>
        <translation>Kakuin が %1 に %2 用に作成しました。
Exchange 管理シェルで、1 手順ずつ、または全体を実行してください。
確認項目が一致しないときは、メッセージを表示して停止します。サーバーからの確認にはご自身で回答してください。</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Exchange</source>
        <extracomment>%1: product and update such as &quot;2013 CU23&quot;, %2: build number</extracomment>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>%1 (build %2)</source>
        <translation>%1 (ビルド %2)</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>エディション</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>Availability group</source>
        <translation>DAG</translation>
    </message>
    <message>
        <source>none</source>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>取得日時</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>Internal transport certificate</source>
        <translation>内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>不明です。</translation>
    </message>
    <message>
        <source>None is set. Assign SMTP to a certificate of this server, and answer Yes when it asks.</source>
        <translation>設定されていません。このサーバーの証明書に SMTP を割り当て、確認に「はい」と回答してください。</translation>
    </message>
    <message>
        <source>%1 is set, but the server does not have it. Mail between the servers is at risk: renew the server&apos;s certificate.</source>
        <translation>%1 が設定されていますが、サーバーにこの証明書がありません。サーバー間のメールが停止するおそれがあります。サーバーの証明書を更新してください。</translation>
    </message>
    <message>
        <source>%1 is set; the server&apos;s certificates were not read.</source>
        <translation>%1 が設定されています。サーバーの証明書は未取得です。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: name of a certificate, %2: &quot;in 12 days&quot;</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>thumbprint and source</comment>
        <extracomment>%1: a thumbprint, %2: &quot;Read from Get-TransportService&quot;</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n 件の証明書</numerusform>
        </translation>
    </message>
    <message>
        <source>The server reported none. An Exchange server always has some: check your rights.</source>
        <translation>サーバーから証明書が返されませんでした。Exchange サーバーには必ず証明書があります。アカウントの権限を確認してください。</translation>
    </message>
    <message>
        <source>%1 · services: %2</source>
        <extracomment>%1: &quot;in 12 days&quot;, %2: services or &quot;–&quot;</extracomment>
        <translation>%1 | サービス: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates cannot be read</source>
        <translation>
            <numerusform>読み取れない証明書: %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Served by ports</source>
        <translation>ポートが提示する証明書</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: a sentence, %2: &quot;Looked at 14:03&quot;</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>remaining life and time of the check</comment>
        <extracomment>%1: &quot;in 12 days&quot;, %2: &quot;Seen at 14:03&quot;</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>The server&apos;s store does not hold this certificate.</source>
        <translation>サーバーの証明書ストアには、この証明書がありません。</translation>
    </message>
</context>
<context>
    <name>ServerText</name>
    <message>
        <source>Mailbox server</source>
        <translation>メールボックス サーバー</translation>
    </message>
    <message>
        <source>Client Access server</source>
        <translation>クライアント アクセス サーバー</translation>
    </message>
    <message>
        <source>Unified Messaging</source>
        <translation>ユニファイド メッセージング</translation>
    </message>
    <message>
        <source>Hub Transport</source>
        <translation>ハブ トランスポート</translation>
    </message>
    <message>
        <source>Edge Transport server</source>
        <translation>エッジ トランスポート サーバー</translation>
    </message>
    <message>
        <source>Front End Transport</source>
        <translation>フロント エンド トランスポート</translation>
    </message>
    <message>
        <source>roles not known</source>
        <translation>役割は不明</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between roles of a server</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>outside its dates</source>
        <translation>有効期間外</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>信頼されていません</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>revocation could not be checked</source>
        <translation>失効を確認できません</translation>
    </message>
    <message>
        <source>request, not completed</source>
        <translation>要求 (未完了)</translation>
    </message>
    <message>
        <source>none: not in the Trusted Root store</source>
        <translation>なし (信頼されたルート証明機関にありません)</translation>
    </message>
    <message>
        <source>third party</source>
        <translation>サード パーティ</translation>
    </message>
    <message>
        <source>enterprise</source>
        <translation>エンタープライズ</translation>
    </message>
    <message>
        <source>registry: copied to the Trusted Root store</source>
        <translation>レジストリ (信頼されたルート証明機関にコピー済み)</translation>
    </message>
    <message>
        <source>group policy</source>
        <translation>グループ ポリシー</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Practice organisation</source>
        <translation>練習用の組織</translation>
    </message>
    <message>
        <source>Exported data</source>
        <translation>エクスポートしたデータ</translation>
    </message>
    <message>
        <source>Exchange server</source>
        <translation>Exchange サーバー</translation>
    </message>
    <message>
        <source>The server told everything about this certificate.</source>
        <translation>サーバーからすべての情報を取得しました。</translation>
    </message>
    <message>
        <source>The source holds some of this certificate&apos;s properties; the others are not known.</source>
        <translation>一部のプロパティだけが含まれています。そのほかは不明です。</translation>
    </message>
    <message>
        <source>Read from text that a console printed: only what the text shows is known.</source>
        <translation>コンソールに表示された文字列から読み取りました。表示されていた内容以外は不明です。</translation>
    </message>
    <message>
        <source>Services not known: this export holds the certificate only.</source>
        <translation>サービスは不明です。エクスポートしたデータには証明書だけが含まれています。</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>%1 から取得</translation>
    </message>
    <message>
        <source>Read from the directory (%1)</source>
        <translation>ディレクトリから取得 (%1)</translation>
    </message>
    <message>
        <source>PowerShell session</source>
        <translation>PowerShell セッション</translation>
    </message>
</context>
<context>
    <name>SeverityText</name>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>参考情報</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題あり</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Use one that is there</source>
        <translation>既存の証明書を使用する</translation>
    </message>
    <message>
        <source>Certificates that can become the Auth certificate</source>
        <translation>Auth 証明書として使用できる証明書</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>新しい証明書を作成する</translation>
    </message>
</context>
<context>
    <name>TaskRights</name>
    <message>
        <source>The account of this connection does not have %1, so this cannot be done with it. Connect with an account of the role group Organization Management, or let an administrator of Exchange give it the cmdlet.</source>
        <translation>この接続のアカウントでは %1 を使用できないため、この操作を実行できません。Organization Management 役割グループのアカウントで接続するか、このコマンドレットを使用できるようにするよう Exchange の管理者に依頼してください。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of cmdlets</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This connection is marked as read-only, so nothing can be changed with it. To change something, connect again without that mark (File &gt; Connect to Exchange).</source>
        <translation>この接続は読み取り専用に設定されているため、変更を行えません。変更するには、読み取り専用の設定を解除して接続し直してください (「ファイル &gt; Exchange に接続」)。</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>Renew certificates</source>
        <translation>証明書の更新</translation>
    </message>
    <message>
        <source>Rotate the Auth certificate</source>
        <translation>Auth 証明書の更新</translation>
    </message>
    <message>
        <source>Assign services</source>
        <translation>サービスの割り当て</translation>
    </message>
    <message>
        <source>Remove certificates</source>
        <translation>証明書の削除</translation>
    </message>
    <message>
        <source>Export a certificate</source>
        <translation>証明書のエクスポート</translation>
    </message>
    <message>
        <source>Import a certificate</source>
        <translation>証明書のインポート</translation>
    </message>
    <message>
        <source>The certificate is no longer there. Refresh, and choose another one.</source>
        <translation>証明書が見つかりません。最新の情報に更新して、別の証明書を選択してください。</translation>
    </message>
    <message>
        <source>Choose a service that the certificate does not have yet.</source>
        <translation>証明書にまだ割り当てられていないサービスを選択してください。</translation>
    </message>
    <message>
        <source>The server does not have the private key of this certificate, so no service can use it.</source>
        <translation>サーバーにこの証明書の秘密キーがないため、サービスでは使用できません。</translation>
    </message>
    <message>
        <source>The certificate has expired. Renew it instead.</source>
        <translation>証明書の有効期限が切れています。割り当てる代わりに、証明書を更新してください。</translation>
    </message>
    <message>
        <source>Internal transport needs SMTP. Choose SMTP, too.</source>
        <translation>内部トランスポート証明書には SMTP が必要です。SMTP も選択してください。</translation>
    </message>
    <message>
        <source>Federation is assigned by the federation cmdlets only.</source>
        <translation>フェデレーションの割り当ては、フェデレーションのコマンドレットでのみ行えます。</translation>
    </message>
    <message>
        <source>This version of Exchange has no Unified Messaging.</source>
        <translation>このバージョンの Exchange には、ユニファイド メッセージングがありません。</translation>
    </message>
    <message>
        <source>This is the Auth certificate. It has a purpose of its own: use another certificate for services.</source>
        <translation>Auth 証明書には専用の用途があるため、サービスには別の証明書を使用してください。</translation>
    </message>
    <message>
        <source>Choose at least one certificate to remove.</source>
        <translation>削除する証明書を 1 つ以上選択してください。</translation>
    </message>
    <message>
        <source>The certificate %1 is no longer on %2.</source>
        <translation>証明書 %1 は、%2 に存在しません。</translation>
    </message>
    <message>
        <source>The certificate %1 cannot be removed from %2 yet: %3.</source>
        <extracomment>%1: beginning of a thumbprint, %2: a server, %3: what was looked at (&quot;Send connectors&quot;)</extracomment>
        <translation>%2 の証明書 %1 はまだ削除できません。先に解決が必要な項目: %3</translation>
    </message>
    <message>
        <source>Choose which certificate of %1 takes internal transport over from %2.</source>
        <translation>%1 で、証明書 %2 に代わる内部トランスポート証明書を選択してください。</translation>
    </message>
    <message>
        <source>The certificate that takes internal transport over on %1 is among those that are removed.</source>
        <translation>%1 の新しい内部トランスポート証明書として選択した証明書が、削除する証明書に含まれています。</translation>
    </message>
    <message>
        <source>Confirm below that you have read what needs your attention.</source>
        <translation>注意事項を確認し、下のチェック ボックスをオンにしてください。</translation>
    </message>
    <message>
        <source>Give a password for the PFX files.</source>
        <translation>PFX ファイルのパスワードを入力してください。</translation>
    </message>
    <message>
        <source>Two certificates cannot be saved in the same file.</source>
        <translation>2 つの証明書を同じファイルに保存することはできません。</translation>
    </message>
    <message>
        <source>The private key of this certificate cannot be exported.</source>
        <translation>この証明書の秘密キーはエクスポートできません。</translation>
    </message>
    <message>
        <source>This server has the October 2025 security update or a later one, with which Exchange refuses to export the Auth certificate. Use Windows on the server: certlm.msc or Export-PfxCertificate, if its key can be exported.</source>
        <translation>このサーバーには 2025 年 10 月以降のセキュリティ更新プログラムが適用されているため、Exchange では Auth 証明書をエクスポートできません。キーがエクスポート可能な場合は、サーバー上で Windows の certlm.msc または Export-PfxCertificate を使用してください。</translation>
    </message>
    <message>
        <source>Choose the file in which the certificate is saved.</source>
        <translation>証明書を保存するファイルを選択してください。</translation>
    </message>
    <message>
        <source>Give a password. Without one the key would lie open in the file.</source>
        <translation>パスワードを入力してください。パスワードがないと、ファイル内の秘密キーが保護されません。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>2 つのパスワードが一致しません。</translation>
    </message>
    <message>
        <source>Choose a PFX file.</source>
        <translation>PFX ファイルを選択してください。</translation>
    </message>
    <message>
        <source>The file has not been opened yet.</source>
        <translation>ファイルがまだ読み込まれていません。</translation>
    </message>
    <message>
        <source>The file holds a certificate without its private key. No service could use it.</source>
        <translation>ファイルの証明書に秘密キーが含まれていないため、サービスで使用できません。</translation>
    </message>
    <message>
        <source>Choose at least one server.</source>
        <translation>サーバーを 1 台以上選択してください。</translation>
    </message>
    <message>
        <source>%1 did not answer when the organisation was read. Take it off, or refresh.</source>
        <translation>組織の読み取り時に %1 が応答しませんでした。選択から外すか、最新の情報に更新してください。</translation>
    </message>
    <message>
        <source>%1 has this certificate already.</source>
        <translation>%1 には、既にこの証明書があります。</translation>
    </message>
    <message>
        <source>The certificate in the file has expired.</source>
        <translation>ファイルの証明書は有効期限が切れています。</translation>
    </message>
    <message>
        <source>The friendly name is too long. Exchange takes at most 63 characters.</source>
        <translation>フレンドリ名が長すぎます。Exchange で使用できるのは 63 文字までです。</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>quality of a password</comment>
        <translation>弱い</translation>
    </message>
    <message>
        <source>fair</source>
        <comment>quality of a password</comment>
        <translation>普通</translation>
    </message>
    <message>
        <source>good</source>
        <comment>quality of a password</comment>
        <translation>強い</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>On several servers</source>
        <comment>heading above certificates</comment>
        <translation>複数のサーバー</translation>
    </message>
    <message>
        <source>No known role</source>
        <comment>heading above certificates</comment>
        <translation>用途不明</translation>
    </message>
    <message numerus="yes">
        <source>%n servers</source>
        <comment>behind the name of a certificate</comment>
        <translation>
            <numerusform>サーバー %n 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: names of servers</extracomment>
        <translation>
            <numerusform>%1、ほか %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a certificate in a tooltip; %1: its name, %2: &quot;in 12 days&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Issued %1, expires %2</source>
        <extracomment>%1 and %2: dates</extracomment>
        <translation>発行 %1、有効期限 %2</translation>
    </message>
    <message>
        <source>Its dates are the wrong way round: it was never valid.</source>
        <translation>有効期間の開始と終了が逆になっているため、一度も有効になっていません。</translation>
    </message>
    <message>
        <source>No role is known</source>
        <extracomment>%1: roles of a certificate</extracomment>
        <translation>用途は確認されていません</translation>
    </message>
    <message>
        <source>Roles: %1</source>
        <translation>役割: %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <extracomment>%1: names of servers</extracomment>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, expires %4, on %5</source>
        <extracomment>for screen readers; %1: a certificate, %2: &quot;in 12 days&quot;, %3: &quot;Warning&quot;, %4: a date, %5: servers</extracomment>
        <translation>%1、%2、%3、有効期限 %4、サーバー %5</translation>
    </message>
    <message>
        <source>Q%1</source>
        <extracomment>a quarter of a year on a time axis; %1: 1 to 4</extracomment>
        <translation>Q%1</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year on a time axis, see QDate::toString</comment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month and year on a time axis, see QLocale::toString</comment>
        <translation>yyyy 年 M 月</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>mark on a time axis</comment>
        <translation>本日</translation>
    </message>
    <message numerus="yes">
        <source>+%n d</source>
        <comment>end of the next days on a time axis</comment>
        <translation>
            <numerusform>+%n 日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WidgetUiServices</name>
    <message>
        <source>Folder of exported data</source>
        <translation>エクスポートしたデータのフォルダー</translation>
    </message>
    <message>
        <source>Files of exported data</source>
        <translation>エクスポートしたデータのファイル</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>スナップショットの保存</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>アーカイブ (*.zip)</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>フォルダー (*)</translation>
    </message>
    <message>
        <source>Save the collector script</source>
        <translation>収集スクリプトの保存</translation>
    </message>
    <message>
        <source>PowerShell script (*.ps1)</source>
        <translation>PowerShell スクリプト (*.ps1)</translation>
    </message>
    <message>
        <source>Exported data (*.zip *.xml *.clixml *.txt *.cer *.crt *.pem *.p7b)</source>
        <translation>エクスポートしたデータ (*.zip *.xml *.clixml *.txt *.cer *.crt *.pem *.p7b)</translation>
    </message>
</context>
<context>
    <name>kakuin::models::CommandLogModel</name>
    <message>
        <source>No.</source>
        <extracomment>column: running number of a command</extracomment>
        <translation>番号</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>column: when a command was started</extracomment>
        <translation>開始</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>column: the PowerShell text</extracomment>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>column: how a command ended</extracomment>
        <translation>結果</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>column: how long a command took</extracomment>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>kakuin::models::ComparisonModel</name>
    <message>
        <source>Field</source>
        <comment>header of a column</comment>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Left certificate</source>
        <comment>header of a column</comment>
        <translation>左の証明書</translation>
    </message>
    <message>
        <source>Right certificate</source>
        <comment>header of a column</comment>
        <translation>右の証明書</translation>
    </message>
</context>
<context>
    <name>kakuin::models::FieldListModel</name>
    <message>
        <source>Field</source>
        <comment>header of a column</comment>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>header of a column</comment>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>kakuin::models::OrganisationTreeModel</name>
    <message>
        <source>Name</source>
        <extracomment>column: what a certificate or server is called</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Expires</source>
        <extracomment>column: remaining life (&quot;in 12 days&quot;)</extracomment>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Services</source>
        <extracomment>column: Exchange services (IMAP, SMTP …)</extracomment>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>column: what a certificate is used for</extracomment>
        <translation>役割</translation>
    </message>
    <message>
        <source>Expiry date</source>
        <extracomment>column: the exact date</extracomment>
        <translation>有効期限 (日付)</translation>
    </message>
    <message>
        <source>Friendly name</source>
        <extracomment>column</extracomment>
        <translation>フレンドリ名</translation>
    </message>
    <message>
        <source>Subject</source>
        <extracomment>column: subject of a certificate</extracomment>
        <translation>サブジェクト</translation>
    </message>
    <message>
        <source>Issuer</source>
        <extracomment>column: issuer of a certificate</extracomment>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Thumbprint</source>
        <extracomment>column</extracomment>
        <translation>拇印</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>column: algorithm and size of the key (&quot;RSA 2048&quot;)</extracomment>
        <translation>キー</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <extracomment>column</extracomment>
        <translation>署名アルゴリズム</translation>
    </message>
    <message>
        <source>Server version</source>
        <extracomment>column: Exchange version of a server</extracomment>
        <translation>サーバーのバージョン</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::AboutDialog</name>
    <message>
        <source>About Kakuin</source>
        <translation>Kakuin について</translation>
    </message>
    <message>
        <source>Version %1, on Qt %2</source>
        <extracomment>%1 is Kakuin&apos;s version, %2 Qt&apos;s</extracomment>
        <translation>バージョン %1 (Qt %2)</translation>
    </message>
    <message>
        <source>A console for the certificates that Exchange servers issue to themselves.

Free software under the MIT licence. It uses Qt (LGPL), OpenSSL (Apache 2.0) and SQLite (public domain). Exchange is a trademark of Microsoft.</source>
        <translation>Exchange サーバーが自ら発行する証明書を管理するコンソールです。

MIT ライセンスのフリー ソフトウェアです。Qt (LGPL)、OpenSSL (Apache 2.0)、SQLite (パブリック ドメイン) を使用しています。Exchange は Microsoft の商標です。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::AttentionStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>on a button behind the worst thing: how many more need attention</extracomment>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>on a button: shows the finding with what is to be done</extracomment>
        <translation>表示</translation>
    </message>
    <message>
        <source>%1 could not be read. What its certificates are, is not known.</source>
        <translation>%1 の情報を読み取れませんでした。このサーバーの証明書の状態は不明です。</translation>
    </message>
    <message>
        <source>The Auth certificate of the organisation expired on %1. Every server uses it: sign-in to Outlook on the web and the admin center fails.</source>
        <translation>組織の Auth 証明書は %1 に有効期限が切れました。すべてのサーバーが使用しているため、Outlook on the web と管理センターにサインインできません。</translation>
    </message>
    <message>
        <source>The Auth certificate of the organisation expires within 24 hours. Every server uses it.</source>
        <translation>組織の Auth 証明書は 24 時間以内に有効期限が切れます。すべてのサーバーが使用しています。</translation>
    </message>
    <message numerus="yes">
        <source>The Auth certificate of the organisation expires in %n days. Every server uses it; rotate it at least 48 hours before.</source>
        <translation>
            <numerusform>組織の Auth 証明書は %n 日後に有効期限が切れます。すべてのサーバーが使用しているため、48 時間以上前に更新してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The internal transport certificate of %1 expired on %2. Mail between the servers depends on it.</source>
        <translation>%1 の内部トランスポート証明書は %2 に有効期限が切れました。この証明書はサーバー間のメールで使用されています。</translation>
    </message>
    <message>
        <source>The internal transport certificate of %1 expires within 24 hours. Mail between the servers depends on it.</source>
        <translation>%1 の内部トランスポート証明書は 24 時間以内に有効期限が切れます。この証明書はサーバー間のメールで使用されています。</translation>
    </message>
    <message numerus="yes">
        <source>The internal transport certificate of %1 expires in %n days. Mail between the servers depends on it.</source>
        <translation>
            <numerusform>%1 の内部トランスポート証明書は %n 日後に有効期限が切れます。この証明書はサーバー間のメールで使用されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” on %2 expired on %3.</source>
        <extracomment>%1: name of a certificate, %2: server, %3: a date</extracomment>
        <translation>%2 の「%1」は %3 に有効期限が切れました。</translation>
    </message>
    <message>
        <source>“%1” on %2 expires within 24 hours.</source>
        <extracomment>%1: name of a certificate, %2: server</extracomment>
        <translation>%2 の「%1」は 24 時間以内に有効期限が切れます。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” on %2 expires in %n days.</source>
        <extracomment>%1: name of a certificate, %2: server</extracomment>
        <translation>
            <numerusform>%2 の「%1」は %n 日後に有効期限が切れます。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding</comment>
        <extracomment>%1: what is wrong, %2: what it concerns: a certificate, server or connector</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left to do…</source>
        <extracomment>on a button: shows what is left to do</extracomment>
        <translation>残りの作業…</translation>
    </message>
    <message>
        <source>%1 could not be read again. What is shown of it was read %2.</source>
        <extracomment>%1: a server, %2: a day and a time</extracomment>
        <translation>%1 を読み取り直すことができませんでした。表示されているのは、%2 に読み取った内容です。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::BadgeLabel</name>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::BannerStack</name>
    <message>
        <source>New practice organisation…</source>
        <translation>新しい練習用の組織…</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>on a button: shows the steps of interrupted operations</extracomment>
        <translation>表示</translation>
    </message>
    <message>
        <source>Set aside</source>
        <extracomment>on a button: stops asking about interrupted operations</extracomment>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>%1, started %2, was interrupted: the program ended in the middle.</source>
        <extracomment>%1: what was to be done, %2: when it was started</extracomment>
        <translation>%2 に開始した操作が、プログラムの終了により中断されています: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n operations were interrupted: the program ended in the middle.</source>
        <translation>
            <numerusform>プログラムの終了により、%n 件の操作が中断されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Texts of this language were not found (%1). What they hold is shown in English.</source>
        <extracomment>%1: names of files</extracomment>
        <translation>この言語の翻訳ファイルが見つかりません (%1)。該当する部分は英語で表示されます。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Exported data, read from the servers %1. Nothing can be changed here: a wizard ends with a script.</source>
        <translation>エクスポートしたデータ (サーバーからの取得: %1)。ここでは何も変更できません。ウィザードの最後にスクリプトを保存できます。</translation>
    </message>
    <message>
        <source>Exported data; when it was read from the servers is not known. Nothing can be changed here: a wizard ends with a script.</source>
        <translation>エクスポートしたデータ (サーバーからの取得日時: 不明)。ここでは何も変更できません。ウィザードの最後にスクリプトを保存できます。</translation>
    </message>
    <message>
        <source>Not exported, and so not known: %1.</source>
        <extracomment>%1: cmdlet names</extracomment>
        <translation>エクスポートされていないため不明な項目: %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <comment>button: how the rotation stands</comment>
        <translation>表示…</translation>
    </message>
    <message>
        <source>Continue…</source>
        <extracomment>on a button: goes on with an interrupted operation</extracomment>
        <translation>続行…</translation>
    </message>
    <message numerus="yes">
        <source>%n records of the journal are not as they were written, so an operation may be unfinished that is not listed here. Keep a copy of %1, and compare the certificates of your servers with what you know.</source>
        <extracomment>%1 is a path, %n a number of records</extracomment>
        <translation>
            <numerusform>履歴の %n 件の記録が書き込まれたときの内容と異なるため、ここに表示されない未完了の操作があるかもしれません。%1 のコピーを保管し、サーバーの証明書の状態を確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left to do…</source>
        <translation>残りの作業…</translation>
    </message>
    <message>
        <source>The new Auth certificate is in use.</source>
        <translation>新しい Auth 証明書が使用されています。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n servers have it.</source>
        <extracomment>%1 and %n are numbers of servers</extracomment>
        <translation>
            <numerusform>%n 台中 %1 台のサーバーにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>on a button: reads what could not be read</extracomment>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::BusyOverlay</name>
    <message>
        <source>Cancelling…</source>
        <translation>キャンセルしています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CertificateCard</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a remaining time (&quot;in 12 days&quot;), %2 a date</extracomment>
        <translation>%1 | %2</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CertificateDetails</name>
    <message>
        <source>Overview</source>
        <comment>tab</comment>
        <translation>概要</translation>
    </message>
    <message>
        <source>Fields</source>
        <comment>tab</comment>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Usage</source>
        <comment>tab</comment>
        <translation>用途</translation>
    </message>
    <message>
        <source>PEM</source>
        <comment>tab</comment>
        <translation>PEM</translation>
    </message>
    <message>
        <source>Usage of the certificate</source>
        <translation>証明書の用途</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <comment>tab</comment>
        <translation>依存関係</translation>
    </message>
    <message>
        <source>What would break without the certificate</source>
        <translation>証明書がなくなった場合の影響</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CertificatePage</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a server and why it is fit or not; %1 name, %2 reason</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Where is it created, and with which names?</source>
        <translation>作成先のサーバーと証明書の名前</translation>
    </message>
    <message>
        <source>From there Exchange copies it to all other servers by itself.</source>
        <translation>作成後は、Exchange がほかのすべてのサーバーに自動的に配布します。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>A mailbox server that answers. The proposed one has the newest version of Exchange among those that have the present certificate.</source>
        <translation>応答しているメールボックス サーバーを選択してください。現在の証明書があるサーバーのうち、Exchange のバージョンが最も新しいものが、最初に選択されています。</translation>
    </message>
    <message>
        <source>Names on the certificate</source>
        <translation>証明書に含める名前</translation>
    </message>
    <message>
        <source>None (recommended)</source>
        <translation>なし (推奨)</translation>
    </message>
    <message>
        <source>As Microsoft describes it today. Nothing looks for the Auth certificate by a name.</source>
        <translation>Microsoft の現在の手順に沿った設定です。Auth 証明書が名前で検索されることはありません。</translation>
    </message>
    <message>
        <source>These names</source>
        <translation>次の名前</translation>
    </message>
    <message>
        <source>As older instructions have it: the names and full names of all servers. One name a line.</source>
        <translation>以前の手順に沿った設定です。すべてのサーバーのホスト名と完全修飾ドメイン名を、1 行に 1 つずつ入力します。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CertificatePicker</name>
    <message>
        <source>%1, expires %2: %3 (%4)</source>
        <extracomment>one certificate in a list to choose from; %1: a server, %2: a date, %3: its name, %4: eight hex digits</extracomment>
        <translation>%1、有効期限 %2: %3 (%4)</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>証明書を選択</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CertificatesPage</name>
    <message>
        <source>Which certificates?</source>
        <translation>更新する証明書</translation>
    </message>
    <message>
        <source>Each one gets a successor with the same names and a new key. The old one stays until you remove it.</source>
        <translation>同じ名前と新しいキーを持つ後継の証明書を作成します。古い証明書は削除するまで残ります。</translation>
    </message>
    <message>
        <source>Search name, server, thumbprint</source>
        <translation>名前、サーバー、拇印を検索</translation>
    </message>
    <message>
        <source>Certificates that can be renewed</source>
        <translation>更新できる証明書</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Internal transport</source>
        <extracomment>role of a certificate, in a column</extracomment>
        <translation>内部トランスポート</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ChangeRows</name>
    <message>
        <source>Server added</source>
        <translation>サーバーの追加</translation>
    </message>
    <message>
        <source>Server removed</source>
        <translation>サーバーの削除</translation>
    </message>
    <message>
        <source>Certificates not known in one of the two</source>
        <translation>一方で証明書の情報が不明</translation>
    </message>
    <message>
        <source>Certificate added</source>
        <translation>証明書の追加</translation>
    </message>
    <message>
        <source>Certificate removed</source>
        <translation>証明書の削除</translation>
    </message>
    <message>
        <source>Services changed</source>
        <translation>サービスの変更</translation>
    </message>
    <message>
        <source>IIS bindings changed</source>
        <translation>IIS バインドの変更</translation>
    </message>
    <message>
        <source>Internal transport reassigned</source>
        <translation>内部トランスポート証明書の変更</translation>
    </message>
    <message>
        <source>Current Auth certificate changed</source>
        <translation>現在の Auth 証明書の変更</translation>
    </message>
    <message>
        <source>Next Auth certificate changed</source>
        <translation>次の Auth 証明書の変更</translation>
    </message>
    <message>
        <source>Previous Auth certificate changed</source>
        <translation>以前の Auth 証明書の変更</translation>
    </message>
    <message>
        <source>Connector added</source>
        <translation>コネクタの追加</translation>
    </message>
    <message>
        <source>Connector removed</source>
        <translation>コネクタの削除</translation>
    </message>
    <message>
        <source>Connector names another certificate</source>
        <translation>コネクタの証明書の変更</translation>
    </message>
    <message>
        <source>Expired since</source>
        <translation>スナップショット以降に期限切れ</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>read</source>
        <translation>取得済み</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Certificate or connector</source>
        <translation>証明書またはコネクタ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CodeBlock</name>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>PowerShell command</source>
        <translation>PowerShell コマンド</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CommandLogDock</name>
    <message>
        <source>Save the commands</source>
        <translation>コマンドの保存</translation>
    </message>
    <message>
        <source>PowerShell script (*.ps1)</source>
        <translation>PowerShell スクリプト (*.ps1)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Filter commands</source>
        <translation>コマンドをフィルター</translation>
    </message>
    <message>
        <source>Commands that ran</source>
        <translation>実行したコマンド</translation>
    </message>
    <message>
        <source>The chosen command with questions, answers and errors</source>
        <translation>選択したコマンドの詳細 (確認、回答、エラー)</translation>
    </message>
    <message>
        <source>Choose a command to see it whole.</source>
        <translation>コマンドを選択すると、詳細が表示されます。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the chosen command</source>
        <translation>選択したコマンドをコピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the commands shown</source>
        <translation>表示中のコマンドを保存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Clear the list of commands</source>
        <translation>コマンドの一覧を消去</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::CompareDialog</name>
    <message>
        <source>Choose the two certificates to compare.</source>
        <translation>比較する 2 つの証明書を選択してください。</translation>
    </message>
    <message>
        <source>Both sides show the same certificate.</source>
        <translation>左右とも同じ証明書です。</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>異なるフィールドはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 fields differ.</source>
        <extracomment>%n: fields that differ, %1: how many fields there are</extracomment>
        <translation>
            <numerusform>%1 個のフィールドのうち %n 個が異なります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare certificates</source>
        <translation>証明書の比較</translation>
    </message>
    <message>
        <source>&amp;Left certificate:</source>
        <translation>左の証明書(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Right certificate:</source>
        <translation>右の証明書(&amp;R):</translation>
    </message>
    <message>
        <source>Left certificate</source>
        <translation>左の証明書</translation>
    </message>
    <message>
        <source>Right certificate</source>
        <translation>右の証明書</translation>
    </message>
    <message>
        <source>Whole value on the left</source>
        <translation>左の値の全体</translation>
    </message>
    <message>
        <source>Whole value on the right</source>
        <translation>右の値の全体</translation>
    </message>
    <message>
        <source>Choose a field to see its whole value.</source>
        <translation>フィールドを選択すると、値の全体が表示されます。</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>入れ替え(&amp;S)</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右を入れ替える</translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation>相違点のみ(&amp;D)</translation>
    </message>
    <message>
        <source>Fields of both certificates</source>
        <translation>両方の証明書のフィールド</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>すべてコピー(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ComparisonRows</name>
    <message>
        <source>not there</source>
        <comment>a field that only the other certificate has</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <extracomment>for screen readers; %1: the name of a field</extracomment>
        <translation>%1、相違あり</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ConnectDialog</name>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 に接続しています…</translation>
    </message>
    <message>
        <source>Trying %1…</source>
        <translation>%1 への接続をテストしています…</translation>
    </message>
    <message>
        <source>Asking %1 for its certificate…</source>
        <translation>%1 の証明書を取得しています…</translation>
    </message>
    <message>
        <source>Keeping the password…</source>
        <translation>パスワードを保存しています…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Connect to a real organisation</source>
        <translation>実際の組織に接続する</translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation>証明書を確認…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>接続のテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Connec&amp;t</source>
        <translation>接続(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Asking %1 for Exchange&apos;s servers…</source>
        <translation>%1 に Exchange サーバーを問い合わせています…</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ConnectionForm</name>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM ファイル (*.pem *.crt *.cer);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>参照: %1</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>任意の名前</translation>
    </message>
    <message>
        <source>&amp;Connect to:</source>
        <translation>接続先(&amp;C):</translation>
    </message>
    <message>
        <source>An Exchange server</source>
        <translation>Exchange サーバー</translation>
    </message>
    <message>
        <source>This computer&apos;s PowerShell</source>
        <translation>このコンピューターの PowerShell</translation>
    </message>
    <message>
        <source>PowerShell on another computer, by ssh</source>
        <translation>別のコンピューターの PowerShell (ssh)</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>その他のプログラム</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>ホスト(&amp;H):</translation>
    </message>
    <message>
        <source>&amp;Server or address:</source>
        <translation>サーバー名またはアドレス(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>コマンド(&amp;M):</translation>
    </message>
    <message>
        <source>Sign &amp;in with:</source>
        <translation>サインイン方法(&amp;I):</translation>
    </message>
    <message>
        <source>Kerberos (Exchange&apos;s default)</source>
        <translation>Kerberos (Exchange の既定)</translation>
    </message>
    <message>
        <source>Basic, over HTTPS</source>
        <translation>基本認証 (HTTPS)</translation>
    </message>
    <message>
        <source>A client certificate, over HTTPS</source>
        <translation>クライアント証明書 (HTTPS)</translation>
    </message>
    <message>
        <source>Negotiate</source>
        <translation>ネゴシエート</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>ユーザー(&amp;U):</translation>
    </message>
    <message>
        <source>Empty: the ticket that this computer has</source>
        <translation>空欄: このコンピューターのチケットを使用</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>パスワード(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain of this computer</source>
        <translation>このコンピューターのキーチェーンに保存する(&amp;K)</translation>
    </message>
    <message>
        <source>C&amp;lient certificate:</source>
        <translation>クライアント証明書(&amp;L):</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>&amp;Authorities to trust:</source>
        <translation>信頼する証明機関(&amp;A):</translation>
    </message>
    <message>
        <source>Empty: those of this computer</source>
        <translation>空欄: このコンピューターの証明機関</translation>
    </message>
    <message>
        <source>Pinned &amp;SHA-256:</source>
        <translation>ピン留めした SHA-256(&amp;G):</translation>
    </message>
    <message>
        <source>Empty: verified by its authority and name</source>
        <translation>空欄: 証明機関と名前で検証</translation>
    </message>
    <message>
        <source>S&amp;ervice principal:</source>
        <translation>サービス プリンシパル(&amp;E):</translation>
    </message>
    <message>
        <source>C&amp;ommands at a time:</source>
        <translation>同時実行コマンド数(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;Further servers:</source>
        <translation>追加のサーバー(&amp;F):</translation>
    </message>
    <message>
        <source>One a line. They share the reading of a large organisation.</source>
        <translation>1 行に 1 台ずつ入力します。大きな組織で、証明書の読み取りを分担します。</translation>
    </message>
    <message>
        <source>&amp;LDAP server:</source>
        <translation>LDAP サーバー(&amp;D):</translation>
    </message>
    <message>
        <source>Empty: the directory is not asked</source>
        <translation>空欄: ディレクトリに問い合わせない</translation>
    </message>
    <message>
        <source>A domain controller. It tells which certificate Client Access servers of Exchange 2013 use for internal transport, which no cmdlet does.</source>
        <translation>ドメイン コントローラーを指定します。Exchange 2013 のクライアント アクセス サーバーが内部トランスポートに使用している証明書は、コマンドレットでは取得できないため、ディレクトリから読み取ります。</translation>
    </message>
    <message>
        <source>LDAP p&amp;rotected by:</source>
        <translation>LDAP の保護方法(&amp;B):</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>No keychain here: for this session only</source>
        <translation>キーチェーンがないため、このセッションでのみ使用します</translation>
    </message>
    <message>
        <source>Rea&amp;d-only: nothing can be changed with this connection</source>
        <translation>読み取り専用 (この接続では変更を行いません)(&amp;D)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ConnectionList</name>
    <message>
        <source>New connection</source>
        <translation>新しい接続</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続の一覧</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>新規(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ConnectionTestPanel</name>
    <message>
        <source>What was entered</source>
        <translation>入力内容</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>サーバーの名前</translation>
    </message>
    <message>
        <source>Network: the port answers</source>
        <translation>ネットワーク (ポートの応答)</translation>
    </message>
    <message>
        <source>Encryption and the server&apos;s certificate</source>
        <translation>暗号化とサーバーの証明書</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>PowerShell session</source>
        <translation>PowerShell セッション</translation>
    </message>
    <message>
        <source>Exchange&apos;s cmdlets</source>
        <translation>Exchange のコマンドレット</translation>
    </message>
    <message>
        <source>%1: passed</source>
        <translation>%1: 成功</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 失敗</translation>
    </message>
    <message>
        <source>%1: not reached</source>
        <translation>%1: 未実行</translation>
    </message>
    <message>
        <source>%1: of %2 Exchange servers, the internal transport certificate of %3 can be read. Of the others it stays “not known”, unless Exchange&apos;s PowerShell tells it.</source>
        <translation>%1: Exchange サーバー %2 台のうち %3 台の内部トランスポート証明書を読み取れます。残りのサーバーの証明書は、Exchange の PowerShell で取得できる場合を除き、「不明」のままです。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of cmdlets</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Directory (LDAP)</source>
        <translation>ディレクトリ (LDAP)</translation>
    </message>
    <message>
        <source>%1: this account does not have %2. What needs them is switched off.</source>
        <translation>%1: このアカウントでは %2 を使用できません。これらが必要な操作は無効になります。</translation>
    </message>
    <message>
        <source>%1: passed; this account has every cmdlet and parameter that Kakuin uses</source>
        <translation>%1: 成功。このアカウントでは、Kakuin が使用するすべてのコマンドレットとパラメーターを使用できます</translation>
    </message>
    <message>
        <source>%1: passed; the internal transport certificate of every server (%2) can be read</source>
        <translation>%1: 成功。すべてのサーバー (%2 台) の内部トランスポート証明書を読み取れます</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ConsentPage</name>
    <message>
        <source>Answer as recommended</source>
        <translation>推奨どおりに回答</translation>
    </message>
    <message>
        <source>Replace the internal transport certificate?</source>
        <translation>内部トランスポート証明書を置き換えますか?</translation>
    </message>
    <message>
        <source>Go on although the effective date is less than 48 hours away?</source>
        <translation>有効開始日まで 48 時間未満ですが、続行しますか?</translation>
    </message>
    <message>
        <source>Remove the certificate?</source>
        <translation>証明書を削除しますか?</translation>
    </message>
    <message>
        <source>%1, %2, expires %3</source>
        <extracomment>%1: name of a certificate, %2: the beginning of its thumbprint, %3: a date</extracomment>
        <translation>%1、%2、有効期限 %3</translation>
    </message>
    <message>
        <source>It names this certificate first, and second one that was not on the server before. The command must return exactly that one.</source>
        <translation>最初にこの証明書、次にそれまでサーバーになかった証明書を示します。コマンドがその証明書を返すことも確認します。</translation>
    </message>
    <message>
        <source>It names this certificate first, and second the one that the command names.</source>
        <translation>最初にこの証明書、次にコマンドで指定した証明書を示します。</translation>
    </message>
    <message>
        <source>It comes from Set-AuthConfig, and the plan&apos;s effective date is less than 48 hours away.</source>
        <translation>Set-AuthConfig からの質問で、計画の有効開始日まで 48 時間未満です。</translation>
    </message>
    <message>
        <source>It names this certificate and no other.</source>
        <translation>この証明書だけを示します。</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Certificate today</source>
        <translation>現在の証明書</translation>
    </message>
    <message>
        <source>How it is recognised</source>
        <translation>一致の条件</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>The servers and certificates appear here as soon as they have been read.</source>
        <translation>サーバーと証明書は、取得後にここに表示されます。</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>Choose a server or a certificate on the left to see what it does.</source>
        <translation>左側のサーバーまたは証明書を選択すると、詳細が表示されます。</translation>
    </message>
    <message>
        <source>This server is no longer part of what was read.</source>
        <translation>このサーバーは、取得した情報に含まれていません。</translation>
    </message>
    <message>
        <source>Nothing needs doing</source>
        <translation>対応は不要です</translation>
    </message>
    <message>
        <source>No finding concerns this server or its certificates.</source>
        <translation>このサーバーとその証明書に関する検出項目はありません。</translation>
    </message>
    <message>
        <source>Nothing is known that needs doing</source>
        <translation>必要な対応は確認されていません</translation>
    </message>
    <message>
        <source>Not everything was read. What is missing: %1.</source>
        <extracomment>%1: parts of an organisation, such as &quot;dates, services&quot;</extracomment>
        <translation>一部の情報を取得していません。取得していない情報: %1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Whether %1 still has it is not known.</source>
        <translation>%1 に現在もこの証明書があるかどうかは不明です。</translation>
    </message>
    <message>
        <source>This certificate is no longer on %1.</source>
        <translation>この証明書は、%1 に存在しません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ExportPage</name>
    <message>
        <source>Save the certificate with its key</source>
        <translation>証明書と秘密キーの保存</translation>
    </message>
    <message>
        <source>Personal information exchange (*.pfx)</source>
        <translation>Personal Information Exchange (*.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Where is it saved?</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>“%1” of %2, with its private key.</source>
        <extracomment>%1: name of a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」を秘密キーとともに保存します。</translation>
    </message>
    <message>
        <source>PFX file</source>
        <translation>PFX ファイル</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Protects the private key in the file. Kakuin does not keep it: note it where only you find it.</source>
        <translation>ファイル内の秘密キーを保護します。パスワードは Kakuin に保存されません。ほかの人の目に触れない場所に保管してください。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::FieldsTab</name>
    <message>
        <source>Filter fields and values</source>
        <translation>フィールドと値をフィルター</translation>
    </message>
    <message>
        <source>Fields of the certificate</source>
        <translation>証明書のフィールド</translation>
    </message>
    <message>
        <source>Whole value of the chosen field</source>
        <translation>選択したフィールドの値の全体</translation>
    </message>
    <message>
        <source>Choose a field to see its whole value.</source>
        <translation>フィールドを選択すると、値の全体が表示されます。</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy all fields</source>
        <translation>すべてのフィールドをコピー</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::FindingDetails</name>
    <message>
        <source>Muted until %1: %2</source>
        <extracomment>%1: a day, %2: the person&apos;s reason</extracomment>
        <translation>%1 まで非表示: %2</translation>
    </message>
    <message>
        <source>Choose a finding to see why it matters and what to do.</source>
        <translation>検出項目を選択すると、重要な理由と対処方法が表示されます。</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Left open by this</source>
        <translation>このため確認できない項目</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再表示</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>非表示…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: &quot;Critical&quot;, %2: what a finding concerns</extracomment>
        <translation>%1 | %2</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::FindingsView</name>
    <message>
        <source>Muted</source>
        <translation>非表示の項目</translation>
    </message>
    <message>
        <source>Muted (%1)</source>
        <translation>非表示の項目 (%1)</translation>
    </message>
    <message>
        <source>No organisation has been read yet.</source>
        <translation>組織の情報をまだ読み取っていません。</translation>
    </message>
    <message>
        <source>Looking at every certificate…</source>
        <translation>すべての証明書を確認しています…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found. %n things are not known.</source>
        <translation>
            <numerusform>問題は検出されませんでした。不明な項目が %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical: %1   Warnings: %2   Worth knowing: %3   Not known: %4</source>
        <extracomment>numbers of findings</extracomment>
        <translation>重大: %1   警告: %2   参考情報: %3   不明: %4</translation>
    </message>
    <message>
        <source>No finding matches. Clear the filter.</source>
        <translation>一致する検出項目がありません。フィルターを解除してください。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>検出項目をフィルター</translation>
    </message>
    <message>
        <source>Show what is muted, too</source>
        <translation>非表示にした項目も表示します</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>しきい値…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出項目</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再表示</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>非表示…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::GuardNotice</name>
    <message>
        <source>Move the pointer to an answer, then press.</source>
        <translation>ポインターを回答の上に移動してから押してください。</translation>
    </message>
    <message>
        <source>Release the key, then press it again.</source>
        <translation>キーを離してから、もう一度押してください。</translation>
    </message>
    <message>
        <source>That did not count as an answer, because it came too early. You can answer in a moment.</source>
        <translation>操作が早すぎたため、回答として扱われませんでした。まもなく回答できます。</translation>
    </message>
    <message>
        <source>You can answer in a moment.</source>
        <translation>まもなく回答できます。</translation>
    </message>
    <message>
        <source>You can answer now.</source>
        <translation>回答できます。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::HelpContents</name>
    <message>
        <source>Table of contents</source>
        <extracomment>for screen readers</extracomment>
        <translation>目次</translation>
    </message>
    <message>
        <source>Places found</source>
        <extracomment>for screen readers</extracomment>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>The guide does not say “%1”.</source>
        <extracomment>%1 is what was searched for</extracomment>
        <translation>「%1」に一致する内容は、ガイドにありません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::HelpWindow</name>
    <message numerus="yes">
        <source>%n on this page</source>
        <extracomment>how often the words that are searched for stand on the page that is shown</extracomment>
        <translation>
            <numerusform>このページに %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>This leads out of the guide, to %1</source>
        <extracomment>%1 is an address in the web</extracomment>
        <translation>ガイドの外部へのリンクです: %1</translation>
    </message>
    <message>
        <source>Kakuin guide</source>
        <translation>Kakuin ガイド</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>最初のページ</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>選択した部分をコピー</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>ガイドを検索</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <extracomment>for screen readers</extracomment>
        <translation>ガイドのページ</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>“%1” on %2</source>
        <extracomment>choice of what the history shows; %1: a certificate, %2: a server</extracomment>
        <translation>%2 の「%1」</translation>
    </message>
    <message>
        <source>The whole organisation</source>
        <extracomment>choice of what the history shows</extracomment>
        <translation>組織全体</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Steps of the operation</source>
        <translation>操作の手順</translation>
    </message>
    <message>
        <source>Kakuin has done nothing with this certificate yet.</source>
        <translation>この証明書に対する操作は、まだ行われていません。</translation>
    </message>
    <message>
        <source>Nothing has been done here yet. What a wizard does is recorded, and stays here.</source>
        <translation>まだ何も実行されていません。ウィザードで実行した操作は記録され、ここに表示されます。</translation>
    </message>
    <message>
        <source>Continue…</source>
        <comment>button: an interrupted operation</comment>
        <translation>続行…</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>Stops asking about this operation. What was done stays done; nothing is sent.</source>
        <translation>この操作の続行を確認するメッセージを表示しないようにします。完了した内容はそのまま残り、何も送信されません。</translation>
    </message>
    <message>
        <source>Undo internal transport…</source>
        <translation>内部トランスポート証明書を元に戻す…</translation>
    </message>
    <message>
        <source>Auth certificate status…</source>
        <translation>Auth 証明書の状態…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::HistoryRows</name>
    <message>
        <source>organisation</source>
        <extracomment>no single server: a change to the organisation</extracomment>
        <translation>組織</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>column: when it was started</extracomment>
        <translation>開始</translation>
    </message>
    <message>
        <source>Operation</source>
        <extracomment>column: what was to be done</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Servers</source>
        <extracomment>column</extracomment>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column: how it ended</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>column</extracomment>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ImportPage</name>
    <message>
        <source>Choose a PFX file</source>
        <translation>PFX ファイルの選択</translation>
    </message>
    <message>
        <source>Personal information exchange (*.pfx *.p12)</source>
        <translation>Personal Information Exchange (*.pfx *.p12)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The file is being opened…</source>
        <translation>ファイルを開いています…</translation>
    </message>
    <message>
        <source>%1, valid until %2
%3</source>
        <extracomment>%1: a subject name, %2: a date, %3: a thumbprint</extracomment>
        <translation>%1、有効期限 %2
%3</translation>
    </message>
    <message>
        <source>Which file, and on which servers?</source>
        <translation>インポートするファイルと対象のサーバー</translation>
    </message>
    <message>
        <source>The certificate goes into the servers&apos; stores. Services are assigned afterwards.</source>
        <translation>証明書を各サーバーの証明書ストアにインポートします。サービスの割り当ては、インポート後に行います。</translation>
    </message>
    <message>
        <source>PFX file</source>
        <translation>PFX ファイル</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>The private key can be exported again</source>
        <translation>秘密キーをエクスポート可能にする</translation>
    </message>
    <message>
        <source>Needed to copy the certificate from there to another server.</source>
        <translation>インポート先から別のサーバーに証明書をコピーする場合に必要です。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LabClockDialog</name>
    <message>
        <source>It is now %1 in the practice organisation.</source>
        <extracomment>%1 is a date with time</extracomment>
        <translation>練習用の組織の現在の日時は %1 です。</translation>
    </message>
    <message>
        <source>Afterwards it is %1.</source>
        <translation>進めた後の日時は %1 です。</translation>
    </message>
    <message>
        <source>No new Auth certificate is waiting for its effective date.</source>
        <translation>有効開始日を待っている新しい Auth 証明書はありません。</translation>
    </message>
    <message>
        <source>Move the clock</source>
        <translation>時計を進める</translation>
    </message>
    <message>
        <source>The clock of a practice organisation only goes forward. Certificates age, the Auth certificate is distributed, and what has become due takes effect.</source>
        <translation>練習用の組織の時計は、進めることだけができます。証明書の残りの期間が短くなり、Auth 証明書が配布され、期日を迎えた変更が有効になります。</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>進める時間</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>A number of days…</source>
        <translation>日数を指定…</translation>
    </message>
    <message>
        <source>Until the next Auth certificate takes effect</source>
        <translation>次の Auth 証明書の有効開始日まで</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>進める</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LabFaultsDialog</name>
    <message>
        <source>None</source>
        <extracomment>fault of a practice server</extracomment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>接続できない</translation>
    </message>
    <message>
        <source>Its service host is stopped</source>
        <translation>Exchange Service Host の停止</translation>
    </message>
    <message>
        <source>Access is denied</source>
        <translation>アクセス拒否</translation>
    </message>
    <message>
        <source>Its web sites lose their certificates at the next change</source>
        <translation>次の変更で Web サイトの証明書のバインドが失われる</translation>
    </message>
    <message>
        <source>Lost in the middle of the next change</source>
        <translation>次の変更の途中で切断</translation>
    </message>
    <message>
        <source>Does not export the Auth certificate</source>
        <translation>Auth 証明書のエクスポート拒否</translation>
    </message>
    <message>
        <source>Server faults</source>
        <translation>サーバーの障害</translation>
    </message>
    <message>
        <source>Practise for bad days: each change takes effect at once and stays until you clear it.</source>
        <translation>障害が起きたときの対応を練習できます。変更はすぐに反映され、解除するまで続きます。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>Faults of the servers</source>
        <translation>各サーバーの障害</translation>
    </message>
    <message>
        <source>Fault of %1</source>
        <extracomment>for screen readers; %1 is a server</extracomment>
        <translation>%1 の障害</translation>
    </message>
    <message>
        <source>Delay of %1</source>
        <extracomment>for screen readers; %1 is a server</extracomment>
        <translation>%1 の遅延</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>milliseconds</extracomment>
        <translation> ミリ秒</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LeftToDoDialog</name>
    <message>
        <source>Nothing is left to do. What an operation leaves, for example a server that lacks a new certificate or a service to restart, is listed here until it is done.</source>
        <translation>残りの作業はありません。新しい証明書が届いていないサーバーやサービスの再起動など、操作の後に残った作業が、完了するまでここに表示されます。</translation>
    </message>
    <message>
        <source>Nothing can be done now.</source>
        <translation>今すぐできる作業はありません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LeftToDoPanel</name>
    <message>
        <source>The journal could not be written, so the tick was not kept.</source>
        <translation>履歴に書き込めなかったため、チェックは保存されませんでした。</translation>
    </message>
    <message>
        <source>The journal could not be read, so what is left to do is not known.</source>
        <translation>履歴を読み取れなかったため、残りの作業は不明です。</translation>
    </message>
    <message numerus="yes">
        <source>%n operations were carried out with an earlier version, which did not record work by hand. What has to be done by hand after them is listed here only where it can be read from the servers.</source>
        <translation>
            <numerusform>以前のバージョンで実行した操作が %n 件あります。以前のバージョンは、手動で行う作業を記録していません。これらの操作の後に手動で行う作業は、サーバーから読み取れるものだけがこの一覧に表示されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be ticked off here, because this window is not allowed to change the organisation.</source>
        <translation>このウィンドウからは組織を変更できないため、作業を完了としてチェックできません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LeftToDoRows</name>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>what is left to do about a certificate; %1: what, %2: its name, %3: the beginning of its thumbprint</extracomment>
        <translation>%1 (%2、%3)</translation>
    </message>
    <message>
        <source>The whole organisation</source>
        <extracomment>no single server</extracomment>
        <translation>組織全体</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>read out: %1 what is left to do, %2 its state</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <extracomment>columns of the list of what is left to do</extracomment>
        <translation>残りの作業</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LifeBar</name>
    <message>
        <source>Not valid before %1</source>
        <translation>%1 から有効</translation>
    </message>
    <message>
        <source>Life of the certificate</source>
        <translation>証明書の有効期間</translation>
    </message>
    <message>
        <source>%1. Issued %2, expires %3.</source>
        <extracomment>%1: &quot;12 days left of 5 years&quot;, %2 and %3: dates</extracomment>
        <translation>%1。発行 %2、有効期限 %3。</translation>
    </message>
    <message>
        <source>Issued %1</source>
        <translation>発行 %1</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>期限切れ %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>有効期限 %1</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::LiveCheckDialog</name>
    <message>
        <source>Check what the ports serve</source>
        <translation>ポートが提示する証明書の確認</translation>
    </message>
    <message numerus="yes">
        <source>%n ports</source>
        <translation>
            <numerusform>%n 個のポート</numerusform>
        </translation>
    </message>
    <message>
        <source>Kakuin connects to %1 of %2 and looks which certificate each of them shows.</source>
        <extracomment>%1: &quot;11 ports&quot;, %2: a server</extracomment>
        <translation>%2 の %1に接続し、それぞれがどの証明書を提示するかを確認します。</translation>
    </message>
    <message>
        <source>Kakuin connects to %1 of %2 and looks which certificate each of them shows.</source>
        <comment>several servers</comment>
        <translation>%2 の %1に接続し、それぞれがどの証明書を提示するかを確認します。</translation>
    </message>
    <message numerus="yes">
        <source>%n servers</source>
        <translation>
            <numerusform>%n 台のサーバー</numerusform>
        </translation>
    </message>
    <message>
        <source>In a practice organisation its servers answer from what they are set to: nothing leaves this computer.</source>
        <translation>練習用の組織では、サーバーが自身の設定に従って応答します。このコンピューターの外には何も送信されません。</translation>
    </message>
    <message>
        <source>Web sites, SMTP, IMAP and POP. Nobody signs in and nothing is sent; the servers may note the connections in their logs, and a monitoring of the network may notice them.</source>
        <translation>Web サイト、SMTP、IMAP、POP が対象です。サインインはせず、データも送信しません。接続はサーバーのログに記録されることがあり、ネットワークの監視で検知されることもあります。</translation>
    </message>
    <message>
        <source>These servers belong to my organisation, and I may &amp;connect to them</source>
        <translation>これらは自分の組織のサーバーであり、接続する権限があります(&amp;C)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認を開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MainWindow</name>
    <message>
        <source>Kakuin</source>
        <translation>Kakuin</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>ツール バー</translation>
    </message>
    <message>
        <source>Search name, subject, thumbprint</source>
        <translation>名前、サブジェクト、拇印を検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました: %1</translation>
    </message>
    <message>
        <source>%1 – Kakuin</source>
        <translation>%1 – Kakuin</translation>
    </message>
    <message>
        <source>%1 (read-only) – Kakuin</source>
        <extracomment>title of a window, %1: a server to which there is a connection that is marked as read-only</extracomment>
        <translation>%1 (読み取り専用) – Kakuin</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MatrixRows</name>
    <message>
        <source>%1, read %2</source>
        <extracomment>tooltip of a server; %1: its name, %2: when its certificates were read</extracomment>
        <translation>%1、%2 取得</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>header of a column</comment>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1: a server, %2: &quot;as of 10:05&quot;</extracomment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MatrixView</name>
    <message>
        <source>Server %1</source>
        <extracomment>command of a menu; %1: a server</extracomment>
        <translation>サーバー %1</translation>
    </message>
    <message>
        <source>Sort by server</source>
        <translation>サーバー順に並べ替え</translation>
    </message>
    <message>
        <source>Sort by expiry: %1</source>
        <extracomment>command of a menu; %1: a role such as &quot;Transport&quot;</extracomment>
        <translation>有効期限順に並べ替え: %1</translation>
    </message>
    <message>
        <source>Servers and the roles of their certificates</source>
        <translation>サーバーと証明書の役割</translation>
    </message>
    <message>
        <source>No organisation has been read yet.</source>
        <translation>組織の情報をまだ読み取っていません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MenuBuilder</name>
    <message>
        <source>&amp;File</source>
        <extracomment>menu</extracomment>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>menu</extracomment>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <extracomment>menu</extracomment>
        <translation>証明書(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <extracomment>menu of a practice organisation: its clock and the faults of its servers</extracomment>
        <translation>練習(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>menu</extracomment>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>menu entry: ends the program</extracomment>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Group servers by</source>
        <translation>サーバーのグループ化(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <extracomment>group servers by: nothing</extracomment>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <extracomment>group servers by: Active Directory site</extracomment>
        <translation>サイト(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;DAG</source>
        <extracomment>group servers by: database availability group</extracomment>
        <translation>DAG(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <extracomment>group servers by: Exchange version</extracomment>
        <translation>バージョン(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <extracomment>menu</extracomment>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>すべて展開(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>すべて折りたたむ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <extracomment>menu entry: goes to the filter box</extracomment>
        <translation>検索(&amp;F)</translation>
    </message>
    <message>
        <source>Command &amp;log</source>
        <translation>コマンド ログ(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語 (Language)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <comment>language</comment>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <comment>theme</comment>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <extracomment>theme</extracomment>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <extracomment>theme</extracomment>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新しいウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>Close w&amp;indow</source>
        <translation>ウィンドウを閉じる(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep the last inventory of each connection</source>
        <extracomment>menu entry, checked or not: what was read of an organisation is kept in a file and shown at its next opening</extracomment>
        <translation>接続ごとに最後に読み取った内容を保存(&amp;K)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::MuteDialog</name>
    <message>
        <source>Mute a finding</source>
        <translation>検出項目を非表示にする</translation>
    </message>
    <message>
        <source>A muted finding is not counted and not shown, and comes back by itself after the day that you choose.</source>
        <translation>非表示にした検出項目は、件数に含まれず、一覧にも表示されません。選択した日を過ぎると、自動的に再表示されます。</translation>
    </message>
    <message>
        <source>Why is that right?</source>
        <translation>非表示にする理由</translation>
    </message>
    <message>
        <source>The server is being replaced in January</source>
        <translation>例: サーバーを 1 月に置き換えるため</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <comment>a day, as QDate writes it</comment>
        <translation>yyyy/MM/dd</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>1 週間</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>1 か月</translation>
    </message>
    <message>
        <source>For three months</source>
        <translation>3 か月</translation>
    </message>
    <message>
        <source>Until this day:</source>
        <translation>指定日まで:</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::NextStepBox</name>
    <message>
        <source>Nothing to renew</source>
        <translation>更新できる証明書なし</translation>
    </message>
    <message>
        <source>None of these certificates can be renewed by the servers themselves.</source>
        <translation>これらの証明書は、サーバー自身では更新できません。</translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificates</source>
        <translation>
            <numerusform>%n 件の証明書の更新</numerusform>
        </translation>
    </message>
    <message>
        <source>One plan for all of them; the result is shown for each server.</source>
        <translation>1 つの計画でまとめて更新し、結果をサーバーごとに表示します。</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次に行う操作</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OptionsPage</name>
    <message>
        <source>What do the successors get?</source>
        <translation>新しい証明書の設定</translation>
    </message>
    <message>
        <source>The settings below are right in most cases.</source>
        <translation>ほとんどの場合、以下の設定のままで問題ありません。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Internal transport certificate</source>
        <translation>内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Name and key</source>
        <translation>名前とキー</translation>
    </message>
    <message>
        <source>If a step fails</source>
        <translation>手順が失敗した場合</translation>
    </message>
    <message>
        <source>The services of the old certificate</source>
        <translation>古い証明書と同じサービス</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>These services</source>
        <translation>次のサービス</translation>
    </message>
    <message>
        <source>With IIS, the successor also takes over port 443 of the default web site.</source>
        <translation>IIS を選択すると、Default Web Site のポート 443 も新しい証明書に切り替わります。</translation>
    </message>
    <message>
        <source>Each server protects mail to the other servers with one certificate, its internal transport certificate. While a certificate has this role it cannot be removed. The server asks before it changes; your choice here decides which answer is recommended.</source>
        <translation>各サーバーは、ほかのサーバーとの間のメールを 1 つの証明書 (内部トランスポート証明書) で保護しています。この役割を持つ証明書は削除できません。変更の前にサーバーから確認が求められます。ここでの選択によって、推奨される回答が決まります。</translation>
    </message>
    <message>
        <source>Also where another certificate has the role today.</source>
        <translation>現在ほかの証明書がこの役割を持つ場合も引き継ぎます。</translation>
    </message>
    <message>
        <source>Leave the role as it is</source>
        <translation>この役割を変更しない</translation>
    </message>
    <message>
        <source>Friendly name, if it shall differ</source>
        <translation>フレンドリ名 (変更する場合)</translation>
    </message>
    <message>
        <source>Friendly name</source>
        <translation>フレンドリ名</translation>
    </message>
    <message>
        <source>Fewer than 64 characters. Left empty, Exchange chooses the name.</source>
        <translation>63 文字以内で指定します。空欄の場合は Exchange が名前を決定します。</translation>
    </message>
    <message>
        <source>The private key can be exported</source>
        <translation>秘密キーをエクスポート可能にする</translation>
    </message>
    <message>
        <source>Needed to copy the certificate to another server. Anyone with administrative rights can then take the key along, so leave it off unless you need it.</source>
        <translation>証明書をほかのサーバーにコピーする場合に必要です。管理者権限を持つユーザーがキーを持ち出せるようになるため、必要がなければオフのままにしてください。</translation>
    </message>
    <message>
        <source>Stop (recommended)</source>
        <translation>中止する (推奨)</translation>
    </message>
    <message>
        <source>Nothing further is started, also not on the other servers.</source>
        <translation>ほかのサーバーも含め、以降の手順は開始しません。</translation>
    </message>
    <message>
        <source>Go on with the next server</source>
        <translation>次のサーバーに進む</translation>
    </message>
    <message>
        <source>The failed server&apos;s remaining steps are left out; the result lists every server.</source>
        <translation>失敗したサーバーの残りの手順は省略します。結果にはすべてのサーバーが表示されます。</translation>
    </message>
    <message>
        <source>%1: none (WMSvc)</source>
        <translation>%1: なし (WMSvc)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>after a list of servers with their services</extracomment>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over from the old certificate (recommended)</source>
        <translation>古い証明書から役割を引き継ぐ (推奨)</translation>
    </message>
    <message>
        <source>Where the old certificate has the role, the successor takes it over. Mail between servers goes on, and the old one can be removed later.</source>
        <translation>古い証明書がこの役割を持つ場合は、新しい証明書が引き継ぎます。サーバー間のメールは止まらず、古い証明書は後で削除できるようになります。</translation>
    </message>
    <message>
        <source>Take over in any case</source>
        <translation>常に役割を引き継ぐ</translation>
    </message>
    <message>
        <source>Where the old certificate has the role, mail between servers goes on depending on it, and it cannot be removed.</source>
        <translation>古い証明書がこの役割を持つ場合、サーバー間のメールは引き続き古い証明書に依存し、古い証明書は削除できません。</translation>
    </message>
    <message>
        <source>IIS is left out where the old certificate serves port 444 only: no cmdlet assigns that port, and with IIS the successor would take over port 443.</source>
        <translation>古い証明書がポート 444 だけで使用されている場合、IIS は引き継ぎません。ポート 444 はコマンドレットではバインドできず、IIS を含めると、ポート 443 が新しい証明書に切り替わるためです。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OrganisationMark</name>
    <message>
        <source>as %1</source>
        <extracomment>%1: the account that a connection is signed in with</extracomment>
        <translation>%1 としてサインイン</translation>
    </message>
    <message>
        <source>with this computer&apos;s Kerberos ticket</source>
        <translation>このコンピューターの Kerberos チケットでサインイン</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>between the parts of the mark: connection, server, account</extracomment>
        <translation> | </translation>
    </message>
    <message>
        <source>Real organisation</source>
        <extracomment>mark on windows that change a real organisation</extracomment>
        <translation>実際の組織</translation>
    </message>
    <message>
        <source>Practice</source>
        <extracomment>mark on windows that work on a practice organisation</extracomment>
        <translation>練習用の組織</translation>
    </message>
    <message>
        <source>Exported data</source>
        <extracomment>mark on windows that show exported data</extracomment>
        <translation>エクスポートしたデータ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: &quot;Real organisation&quot;, %2: name, server and account</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OrganisationPages</name>
    <message>
        <source>Certificates</source>
        <comment>tab</comment>
        <extracomment>a way to look at the organisation</extracomment>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Matrix</source>
        <comment>tab</comment>
        <extracomment>a way to look at the organisation: servers down, roles across</extracomment>
        <translation>マトリックス</translation>
    </message>
    <message>
        <source>Timeline</source>
        <comment>tab</comment>
        <extracomment>a way to look at the organisation: when certificates expire</extracomment>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Ways to look at the organisation</source>
        <translation>組織の表示方法</translation>
    </message>
    <message>
        <source>Findings</source>
        <comment>tab</comment>
        <extracomment>a way to look at the organisation: what is wrong</extracomment>
        <translation>検出項目</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: &quot;Findings&quot;, %2: how many need attention</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OrganisationRows</name>
    <message>
        <source>effective %1</source>
        <extracomment>in the row of the next Auth certificate; %1: a date</extracomment>
        <translation>有効開始日: %1</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1: a server or file, %2: why it could not be read</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Auth configuration</source>
        <translation>認証構成 (AuthConfig)</translation>
    </message>
    <message>
        <source>Site not known</source>
        <translation>サイト不明</translation>
    </message>
    <message>
        <source>In no known DAG</source>
        <translation>DAG なし</translation>
    </message>
    <message>
        <source>Version not known</source>
        <translation>バージョン不明</translation>
    </message>
    <message>
        <source>Unreadable certificate</source>
        <translation>読み取れない証明書</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>none set</source>
        <comment>an empty slot of the Auth configuration</comment>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Current: %1</source>
        <extracomment>the Auth certificate in use; %1: its name</extracomment>
        <translation>現在: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <extracomment>the next Auth certificate; %1: its name</extracomment>
        <translation>次: %1</translation>
    </message>
    <message>
        <source>Previous: %1</source>
        <extracomment>the previous Auth certificate; %1: its name</extracomment>
        <translation>以前: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>in the row of a server or group</extracomment>
        <translation>
            <numerusform>要対応 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No server that was read holds this certificate.</source>
        <translation>この証明書は、読み取ったどのサーバーにもありません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>for screen readers; %1: &quot;in 12 days&quot;, %2: &quot;expires soon&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <extracomment>a line of copied details; %1: a server</extracomment>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a line of copied details; %1: column, %2: value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>DNS names: %1</source>
        <extracomment>a line of copied details; %1: DNS names</extracomment>
        <translation>DNS 名: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <extracomment>in the row of a server</extracomment>
        <translation>
            <numerusform>検出項目 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kakuin::ui::OrganisationView</name>
    <message>
        <source>Servers and certificates</source>
        <translation>サーバーと証明書</translation>
    </message>
    <message>
        <source>No certificate matches.</source>
        <translation>一致する証明書はありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>No organisation has been read yet. Open a practice organisation or exported data from the File menu.</source>
        <translation>組織の情報をまだ読み取っていません。「ファイル」メニューから、練習用の組織またはエクスポートしたデータを開いてください。</translation>
    </message>
    <message>
        <source>The list of servers is being read…</source>
        <translation>サーバーの一覧を読み取っています…</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PasswordFields</name>
    <message>
        <source>Password:</source>
        <translation>パスワード:</translation>
    </message>
    <message>
        <source>Quality of the password</source>
        <translation>パスワードの強度</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>パスワードの確認入力:</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PemTab</name>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>証明書の保存</translation>
    </message>
    <message>
        <source>PEM text (*.pem *.cer *.crt)</source>
        <translation>PEM テキスト (*.pem *.cer *.crt)</translation>
    </message>
    <message>
        <source>Binary DER (*.der)</source>
        <translation>バイナリ DER (*.der)</translation>
    </message>
    <message>
        <source>Certificate as PEM text</source>
        <translation>PEM テキストの証明書</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the PEM text</source>
        <translation>PEM テキストをコピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the certificate as a file</source>
        <translation>証明書をファイルに保存</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PracticeDialog</name>
    <message>
        <source>The practice organisation is being made…</source>
        <translation>練習用の組織を作成しています…</translation>
    </message>
    <message>
        <source>Contoso 2013</source>
        <translation>Contoso 2013</translation>
    </message>
    <message>
        <source>Small</source>
        <extracomment>size of an organisation</extracomment>
        <translation>小規模</translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>size of an organisation</extracomment>
        <translation>中規模</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>size of an organisation</extracomment>
        <translation>大規模</translation>
    </message>
    <message>
        <source>Huge</source>
        <extracomment>size of an organisation</extracomment>
        <translation>超大規模</translation>
    </message>
    <message numerus="yes">
        <source>%n Exchange 2013 servers, Mailbox and Client Access. Every procedure has something to do.</source>
        <translation>
            <numerusform>Exchange 2013 のサーバー %n 台 (メールボックス、クライアント アクセス)。すべての手順を練習できます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, one site.</source>
        <translation>
            <numerusform>サーバー %n 台、1 サイト。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, two sites, a database availability group, Edge, hybrid.</source>
        <translation>
            <numerusform>サーバー %n 台、2 サイト。データベース可用性グループ、エッジ、ハイブリッド構成を含みます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, several versions and sites; some are not reachable.</source>
        <translation>
            <numerusform>サーバー %n 台、複数のバージョンとサイト。接続できないサーバーも含みます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers, some two thousand certificates.</source>
        <translation>
            <numerusform>サーバー %n 台、証明書約 2,000 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>New practice organisation</source>
        <translation>練習用の組織の新規作成</translation>
    </message>
    <message>
        <source>Its keys and certificates are real, but nothing leaves this computer. The present practice organisation stays on disk as a file of its own.</source>
        <translation>キーと証明書は本物ですが、このコンピューターの外には何も送信されません。現在の練習用の組織は、別のファイルとしてディスクに残ります。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PreflightPage</name>
    <message>
        <source>What depends on it?</source>
        <translation>この証明書に依存しているもの</translation>
    </message>
    <message>
        <source>Looked at in the order in which it would hurt. What stands in the way has to be mended first.</source>
        <translation>影響の大きい順に確認しています。削除の妨げになる項目は、先に解決する必要があります。</translation>
    </message>
    <message>
        <source>Password of the PFX files</source>
        <translation>PFX ファイルのパスワード</translation>
    </message>
    <message>
        <source>I have read what needs my attention above, and want to remove the certificate</source>
        <translation>上記の注意事項を確認したうえで、証明書を削除する</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::PromptDialog</name>
    <message>
        <source>The server&apos;s words</source>
        <translation>サーバーの確認メッセージ</translation>
    </message>
    <message>
        <source>What the server means</source>
        <translation>この確認の意味</translation>
    </message>
    <message>
        <source>Kakuin does not know this question. Read the server&apos;s words before you answer.</source>
        <translation>Kakuin が認識できない確認です。回答する前に、サーバーの確認メッセージをよくお読みください。</translation>
    </message>
    <message>
        <source>Answer to all</source>
        <translation>すべてに回答</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>ここで中止</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>確認に戻る</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ中止</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>caption over the certificate that is in use now</extracomment>
        <translation>現在</translation>
    </message>
    <message>
        <source>This certificate</source>
        <translation>対象の証明書</translation>
    </message>
    <message>
        <source>New, just created</source>
        <extracomment>caption over the certificate that a command has just created or names</extracomment>
        <translation>新規 (作成済み)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Recommended</source>
        <extracomment>mark on the answer that Kakuin advises</extracomment>
        <translation>推奨</translation>
    </message>
    <message>
        <source>the server&apos;s default</source>
        <extracomment>mark on the answer that the server would take for Enter</extracomment>
        <translation>サーバーの既定値</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::QuickFilterBar</name>
    <message>
        <source>Quick filters</source>
        <translation>クイック フィルター</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>a quick filter and how many rows it shows: &quot;Expired 3&quot;</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <extracomment>for screen readers; %1: a quick filter</extracomment>
        <translation>
            <numerusform>%1: %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>quick filter</extracomment>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>quick filter</extracomment>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Expired</source>
        <extracomment>quick filter</extracomment>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Expiring</source>
        <extracomment>quick filter: expires within 30 days</extracomment>
        <translation>期限間近</translation>
    </message>
    <message>
        <source>Internal transport</source>
        <extracomment>quick filter</extracomment>
        <translation>内部トランスポート</translation>
    </message>
    <message>
        <source>Auth</source>
        <extracomment>quick filter: Auth certificates</extracomment>
        <translation>Auth</translation>
    </message>
    <message>
        <source>No services</source>
        <extracomment>quick filter: certificates that are enabled for nothing</extracomment>
        <translation>サービスなし</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RecentMenu</name>
    <message>
        <source>&amp;Forget these</source>
        <translation>履歴の消去(&amp;F)</translation>
    </message>
    <message>
        <source>Opened &amp;before</source>
        <translation>最近使ったもの(&amp;B)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RecentPlaces</name>
    <message>
        <source>Practice organisation</source>
        <translation>練習用の組織</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between paths of files</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ReportSaver</name>
    <message>
        <source>Save a report</source>
        <translation>レポートの保存</translation>
    </message>
    <message>
        <source>Web page (%1)</source>
        <extracomment>%1 is a pattern of file names (&quot;*.html&quot;), which stays</extracomment>
        <translation>Web ページ (%1)</translation>
    </message>
    <message>
        <source>PDF document (%1)</source>
        <translation>PDF 文書 (%1)</translation>
    </message>
    <message>
        <source>Table for spreadsheets (%1)</source>
        <translation>スプレッドシート用の表 (%1)</translation>
    </message>
    <message>
        <source>Data for scripts (%1)</source>
        <translation>スクリプト用のデータ (%1)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ResultPage</name>
    <message>
        <source>The organisation has a new Auth certificate, and %1 of %2 servers are known to have it. On the others, sign-in to Outlook on the web fails until it has arrived.</source>
        <translation>組織の Auth 証明書が新しい証明書に切り替わりました。新しい証明書を確認できたサーバーは %2 台中 %1 台です。ほかのサーバーでは、証明書が届くまで Outlook on the web へのサインインに失敗します。</translation>
    </message>
    <message>
        <source>Something critical remains: see what is left to do.</source>
        <translation>重大な問題が残っています。「残りの作業」を確認してください。</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>heading of the page that shows what came of a plan</extracomment>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <extracomment>one step in a report; %1 number, %2 what it does, %3 state</extracomment>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>The journal has no complete record of this operation.</source>
        <translation>この操作の記録の一部を履歴に保存できませんでした。</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>残りの作業</translation>
    </message>
    <message>
        <source>Show the new certificate</source>
        <translation>新しい証明書を表示</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>結果をコピー</translation>
    </message>
    <message>
        <source>Command log</source>
        <translation>コマンド ログ</translation>
    </message>
    <message>
        <source>Renew the rest…</source>
        <translation>残りを更新…</translation>
    </message>
    <message>
        <source>Undo internal transport…</source>
        <translation>内部トランスポート証明書を元に戻す…</translation>
    </message>
    <message>
        <source>Auth certificate status…</source>
        <translation>Auth 証明書の状態…</translation>
    </message>
    <message>
        <source>Check again…</source>
        <extracomment>button: a removal that was refused; its checks are made once more</extracomment>
        <translation>もう一度確認…</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>what is left to do: %1 server, %2 name of a certificate, %3 the beginning of a thumbprint</extracomment>
        <translation>%1 | %2 | %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the list of certificates.</source>
        <translation>
            <numerusform>ほかに %n 件あります。証明書の一覧で確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Still critical: %1.</source>
        <extracomment>%1: names of findings</extracomment>
        <translation>重大な問題がまだ残っています: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between findings</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The servers are being read once more, to see what is left…</source>
        <translation>残っている作業を確認するため、サーバーの情報を改めて読み取っています…</translation>
    </message>
    <message>
        <source>The servers could not be read afterwards, so what is left is not known.</source>
        <translation>実行後にサーバーの情報を読み取れなかったため、残っている作業は不明です。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>ありません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ReviewPage</name>
    <message>
        <source>Review</source>
        <extracomment>heading of the page that shows what will run</extracomment>
        <translation>確認</translation>
    </message>
    <message>
        <source>%1. This is exported data: save the script and run it on the server.</source>
        <translation>%1。エクスポートしたデータのため、スクリプトを保存してサーバーで実行してください。</translation>
    </message>
    <message>
        <source>%1. These are the steps that are left. None of them runs until you start it.</source>
        <extracomment>%1 is what the plan does (&quot;Renew “Microsoft Exchange” on MBX01&quot;); an earlier run of it was interrupted</extracomment>
        <translation>%1。残っている手順は次のとおりです。開始するまで、どの手順も実行されません。</translation>
    </message>
    <message>
        <source>%1. Nothing has been changed yet.</source>
        <translation>%1。まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>%1. From here it cannot be run: save the script, and run it on the server.</source>
        <extracomment>%1 is what the plan does (&quot;Renew “Microsoft Exchange” on MBX01&quot;) %1 is what the plan does (&quot;Renew “Microsoft Exchange” on MBX01&quot;)</extracomment>
        <translation>%1。ここからは実行できません。スクリプトを保存して、サーバーで実行してください。</translation>
    </message>
    <message>
        <source>Hash of this plan (SHA-256): %1</source>
        <extracomment>%1 is a SHA-256 of the plan, 64 hexadecimal digits</extracomment>
        <translation>この計画のハッシュ (SHA-256): %1</translation>
    </message>
    <message>
        <source>Answer as recommended…</source>
        <translation>推奨どおりに回答…</translation>
    </message>
    <message>
        <source>Ask me each time</source>
        <translation>そのつど確認する</translation>
    </message>
    <message numerus="yes">
        <source>%n questions will be answered as recommended. Every other question comes to you.</source>
        <translation>
            <numerusform>%n 件の質問に推奨どおりに回答します。それ以外の質問は、そのつど表示されます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange will ask %n questions, one after the other. You can look at all of them now and agree to the recommended answers.</source>
        <translation>
            <numerusform>Exchange は %n 件の質問を順に表示します。ここですべて確認して、推奨される回答に同意できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <extracomment>%1: servers</extracomment>
        <translation>除外したサーバー: %1</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RotationDialog</name>
    <message>
        <source>Auth certificate</source>
        <translation>Auth 証明書</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no certificate</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>In use: %1
Next: %2
Previous: %3</source>
        <extracomment>the organisation&apos;s Auth certificates; %1-%3: thumbprints</extracomment>
        <translation>使用中: %1
次: %2
以前: %3</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Which server has the certificate</source>
        <translation>各サーバーの証明書の有無</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>最新の情報に更新</translation>
    </message>
    <message>
        <source>Copy to the servers that lack it…</source>
        <translation>未配布のサーバーにコピー…</translation>
    </message>
    <message>
        <source>Publish now…</source>
        <translation>今すぐ公開…</translation>
    </message>
    <message>
        <source>Clear the previous one…</source>
        <translation>以前の証明書をクリア…</translation>
    </message>
    <message>
        <source>Take the staged one back…</source>
        <translation>次の証明書の取り消し…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Auth 証明書の更新…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Left to do…</source>
        <translation>残りの作業…</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RunPage</name>
    <message>
        <source>Stopping: the running step ends first, no further one is started.</source>
        <translation>中止しています。実行中の手順が終了するまで待機し、次の手順は開始しません。</translation>
    </message>
    <message>
        <source>Each step is checked before the next one starts.</source>
        <translation>各手順の結果を確認してから、次の手順に進みます。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::RunRow</name>
    <message>
        <source>waits for your answer</source>
        <translation>回答待ち</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n s</source>
        <extracomment>%1 is a state (&quot;running&quot;), %n a number of seconds</extracomment>
        <translation>
            <numerusform>%1、%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Created %1</source>
        <extracomment>%1 is a thumbprint</extracomment>
        <translation>%1 を作成しました</translation>
    </message>
    <message>
        <source>%1 Verified with %2.</source>
        <extracomment>%1 is a whole sentence (&quot;MBX01 has the new certificate.&quot;), %2 the cmdlet that showed it</extracomment>
        <translation>%1 (%2 で確認済み)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SaveSnapshotDialog</name>
    <message>
        <source>Save a snapshot</source>
        <translation>スナップショットの保存</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Writing what the servers answered.</source>
        <translation>サーバーからの応答を書き込んでいます。</translation>
    </message>
    <message>
        <source>Asking the servers.</source>
        <translation>サーバーに問い合わせています。</translation>
    </message>
    <message>
        <source>There is no snapshot: nothing was written.</source>
        <translation>スナップショットは作成されませんでした。何も書き込まれていません。</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n server(s).</source>
        <translation>
            <numerusform>%n 台のサーバーを保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificates of these servers are not in it:</source>
        <translation>次のサーバーの証明書は含まれていません:</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ScriptSaver</name>
    <message>
        <source>Save as script</source>
        <translation>スクリプトとして保存</translation>
    </message>
    <message>
        <source>PowerShell scripts (%1)</source>
        <extracomment>%1 is a pattern of file names (&quot;*.ps1&quot;), which stays</extracomment>
        <translation>PowerShell スクリプト (%1)</translation>
    </message>
    <message>
        <source>Page for the change record (%1)</source>
        <extracomment>%1 is a pattern of file names (&quot;*.html&quot;), which stays</extracomment>
        <translation>変更記録用のページ (%1)</translation>
    </message>
    <message>
        <source>PDF for the change record (%1)</source>
        <extracomment>%1 is a pattern of file names (&quot;*.pdf&quot;), which stays</extracomment>
        <translation>変更記録用の PDF (%1)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ServerCertificateDialog</name>
    <message>
        <source>Certificate of the server</source>
        <translation>サーバーの証明書</translation>
    </message>
    <message>
        <source>The certificate that %1 shows</source>
        <translation>%1 が提示した証明書</translation>
    </message>
    <message>
        <source>This computer does not trust it: nobody that it knows has vouched for it.</source>
        <translation>このコンピューターはこの証明書を信頼していません。信頼された証明機関が発行したものではありません。</translation>
    </message>
    <message>
        <source>It is for another name than the one that you connect to.</source>
        <translation>接続先とは別の名前の証明書です。</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>サブジェクト</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有効期間の開始</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期間の終了</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み取れません</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自己署名</translation>
    </message>
    <message>
        <source>none</source>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Pin it only after you have compared the SHA-256 on the server itself, digit by digit. From then on this connection accepts this certificate and no other; when the server&apos;s certificate is renewed, you are asked again.</source>
        <translation>サーバー上で SHA-256 を 1 桁ずつ照合してからピン留めしてください。ピン留めすると、この接続ではこの証明書だけを受け入れます。サーバーの証明書が更新されたときは、もう一度確認を求めます。</translation>
    </message>
    <message>
        <source>&amp;Pin it for this connection</source>
        <translation>この接続にピン留めする(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ServerListEdit</name>
    <message>
        <source>Lists of servers (*.txt *.csv);;All files (*)</source>
        <translation>サーバーの一覧 (*.txt *.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Import a list of servers</source>
        <translation>サーバーの一覧をインポート</translation>
    </message>
    <message>
        <source>Servers, one a line</source>
        <translation>サーバー (1 行に 1 台)</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ServicesPage</name>
    <message>
        <source>“%1” (%2)</source>
        <extracomment>%1: name of a certificate, %2: beginning of its thumbprint</extracomment>
        <translation>「%1」 (%2)</translation>
    </message>
    <message>
        <source>It has this service already. A service cannot be taken away, only given to another certificate.</source>
        <translation>このサービスは既に割り当てられています。割り当ては解除できません。別の証明書に割り当てることだけができます。</translation>
    </message>
    <message>
        <source>Taken over from %1.</source>
        <extracomment>%1: a certificate</extracomment>
        <translation>%1 から引き継ぎます。</translation>
    </message>
    <message>
        <source>Port 443 of the default web site. Port 444 (Exchange Back End) stays as it is.</source>
        <translation>Default Web Site のポート 443 で使用されます。ポート 444 (Exchange Back End) は変更されません。</translation>
    </message>
    <message>
        <source>Assigned by the federation cmdlets only.</source>
        <translation>割り当ては、フェデレーションのコマンドレットでのみ行えます。</translation>
    </message>
    <message>
        <source>It is the internal transport certificate of %1 already.</source>
        <translation>既に %1 の内部トランスポート証明書です。</translation>
    </message>
    <message>
        <source>Which certificate %1 uses for internal transport is not known, or none is set.</source>
        <translation>%1 が内部トランスポートに使用している証明書は、不明か、設定されていません。</translation>
    </message>
    <message>
        <source>Today %1 uses %2 for internal transport.</source>
        <translation>現在、%1 は %2 を内部トランスポートに使用しています。</translation>
    </message>
    <message>
        <source>Which services?</source>
        <translation>割り当てるサービス</translation>
    </message>
    <message>
        <source>For %1 on %2.</source>
        <extracomment>%1: a certificate, %2: a server</extracomment>
        <translation>対象: %2 の%1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Do not require TLS on the default web site</source>
        <translation>Default Web Site で TLS を必須にしない</translation>
    </message>
    <message>
        <source>Otherwise Exchange switches the requirement on when IIS is assigned.</source>
        <translation>オフの場合は、IIS の割り当て時に Exchange が TLS を必須に設定します。</translation>
    </message>
    <message>
        <source>Internal transport certificate</source>
        <translation>内部トランスポート証明書</translation>
    </message>
    <message>
        <source>Make it the internal transport certificate</source>
        <translation>内部トランスポート証明書に設定する</translation>
    </message>
    <message>
        <source>Mail between the servers uses it from then on. The server asks first; the recommended answer is Yes.</source>
        <translation>以降、サーバー間のメールでこの証明書が使用されます。変更の前にサーバーから確認が求められます。推奨される回答は「はい」です。</translation>
    </message>
    <message>
        <source>Leave internal transport as it is</source>
        <translation>内部トランスポート証明書を変更しない</translation>
    </message>
    <message>
        <source>If the server asks when SMTP is assigned, the recommended answer is No.</source>
        <translation>SMTP の割り当て時にサーバーから確認が求められた場合、推奨される回答は「いいえ」です。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SheetRow</name>
    <message>
        <source>Show</source>
        <comment>a certificate</comment>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the certificate of %1</source>
        <extracomment>for screen readers; %1: what the certificate belongs to, such as &quot;HTTPS 443&quot;</extracomment>
        <translation>%1 の証明書を表示</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SnapshotComparisonDialog</name>
    <message>
        <source>Export the differences</source>
        <translation>相違点のエクスポート</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Snapshot to compare with</source>
        <translation>比較するスナップショット</translation>
    </message>
    <message>
        <source>Exported data (*.zip *.xml *.clixml)</source>
        <translation>エクスポートしたデータ (*.zip *.xml *.clixml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1: name of an organisation or of a snapshot, %2: when it was read</extracomment>
        <translation>%1 (%2 時点)</translation>
    </message>
    <message>
        <source>Choose a snapshot: a .zip, files or a folder that Kakuin, the collector script or Export-Clixml wrote.</source>
        <translation>スナップショットを選択してください。Kakuin、収集スクリプト、または Export-Clixml で作成した .zip、ファイル、フォルダーを選択できます。</translation>
    </message>
    <message>
        <source>Reading the snapshot.</source>
        <translation>スナップショットを読み取っています。</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>比較するデータがまだありません。</translation>
    </message>
    <message>
        <source>Before: %1
After: %2</source>
        <extracomment>the two sides of a comparison</extracomment>
        <translation>変更前: %1
変更後: %2</translation>
    </message>
    <message>
        <source>These are two different organisations.</source>
        <translation>この 2 つは別の組織です。</translation>
    </message>
    <message>
        <source>Nothing differs in what concerns certificates.</source>
        <translation>証明書に関する相違点はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 件の相違点があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with a snapshot</source>
        <translation>スナップショットとの比較</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>変更された内容</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>ファイルの選択(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>フォルダーの選択(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>CSV でエクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>相違点</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::SourcePage</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a certificate that is not offered; %1: the beginning of its thumbprint, %2: why, a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not on %1 yet: Exchange copies it there once the configuration names it.</source>
        <extracomment>%1: servers</extracomment>
        <translation>%1 にはまだありません。認証構成で指定すると、Exchange によって配布されます。</translation>
    </message>
    <message>
        <source>Use a certificate that is there</source>
        <translation>既存の証明書の使用</translation>
    </message>
    <message>
        <source>The organisation has a certificate that can become the Auth certificate and is not in use yet.</source>
        <translation>Auth 証明書として使用でき、まだ使用されていない証明書が組織にあります。</translation>
    </message>
    <message>
        <source>Thumbprint</source>
        <translation>拇印</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Servers with its key</source>
        <translation>秘密キーのあるサーバー</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Right when the key of the one that is there may be known to others, or when it is not clear who made it.</source>
        <translation>既存の証明書のキーがほかの人に知られている可能性がある場合や、作成者が分からない場合に適しています。</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>選択できない証明書</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::StandingPage</name>
    <message>
        <source>The organisation is being read afresh.</source>
        <translation>組織の情報を読み取り直しています。</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <extracomment>heading of the page that shows how far an interrupted operation came</extracomment>
        <translation>現在の状態</translation>
    </message>
    <message>
        <source>Started %1. What is shown is the organisation as it is now, not what the record hoped for.</source>
        <extracomment>%1: when the operation was started</extracomment>
        <translation>開始: %1。記録された計画ではなく、組織の現在の状態を表示しています。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>最新の情報に更新</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>Stops asking about this operation. What was done stays done; nothing is sent.</source>
        <translation>この操作の続行を確認するメッセージを表示しないようにします。完了した内容はそのまま残り、何も送信されません。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>a step of a plan; %1: its number, %2: what it does</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Show every command that ran</source>
        <translation>実行したコマンドをすべて表示</translation>
    </message>
    <message>
        <source>Commands  %1</source>
        <extracomment>the button of the command log; %1: how many commands ran</extracomment>
        <translation>コマンド  %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>組織を開いています…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取っています…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>何も開いていません</translation>
    </message>
    <message numerus="yes">
        <source>%n servers, %1</source>
        <extracomment>%1: &quot;23 certificates&quot;</extracomment>
        <translation>
            <numerusform>サーバー %n 台、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>証明書 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>%1 取得</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>between the parts of the status bar</extracomment>
        <translation> | </translation>
    </message>
    <message>
        <source>Checking ports</source>
        <translation>ポートを確認しています…</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>%1: a time, or a day and a time</extracomment>
        <translation>%1 時点</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::TargetPreflight</name>
    <message>
        <source>%1 (%2), valid until %3</source>
        <extracomment>a certificate in a list; %1 its name, %2 beginning of its thumbprint, %3 a date</extracomment>
        <translation>%1 (%2)、有効期限 %3</translation>
    </message>
    <message>
        <source>None on this server: renew the certificate first</source>
        <translation>このサーバーにはありません。先に証明書を更新してください</translation>
    </message>
    <message>
        <source>Save the certificate with its key</source>
        <translation>証明書と秘密キーの保存</translation>
    </message>
    <message>
        <source>Personal information exchange (*.pfx)</source>
        <translation>Personal Information Exchange (*.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 is no longer on %2</source>
        <extracomment>%1: a thumbprint, %2: a server</extracomment>
        <translation>%1 は %2 に存在しません</translation>
    </message>
    <message>
        <source>“%1” on %2 (%3, %4)</source>
        <extracomment>%1: name of a certificate, %2: a server, %3: beginning of a thumbprint, %4: &quot;in 12 days&quot;</extracomment>
        <translation>%2 の「%1」 (%3、%4)</translation>
    </message>
    <message>
        <source>Looked at, and nothing depends on the certificate: %1.</source>
        <extracomment>%1: a list of what was looked at</extracomment>
        <translation>次の項目は確認済みで、証明書に依存しているものはありません: %1。</translation>
    </message>
    <message>
        <source>Takes internal transport over:</source>
        <translation>新しい内部トランスポート証明書:</translation>
    </message>
    <message>
        <source>Save it in a PFX file before it is removed</source>
        <translation>削除する前に PFX ファイルに保存する</translation>
    </message>
    <message>
        <source>PFX file</source>
        <translation>PFX ファイル</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::TaskWizard</name>
    <message>
        <source>The script is in %1.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>スクリプトを %1 に保存しました。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Save as script…</source>
        <translation>スクリプトとして保存…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>中止…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>The step that runs now ends first: a command that was sent cannot be called back. No further step is started, and the result says what was done.</source>
        <translation>送信済みのコマンドは取り消せないため、実行中の手順が終了するまで待機します。次の手順は開始しません。実行した内容は結果に表示されます。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>この手順の後に中止</translation>
    </message>
    <message>
        <source>The organisation was read again, and what this plan was made from has changed. Look through it once more.</source>
        <translation>組織の情報を読み取り直した結果、この計画の前提が変わっていました。内容をもう一度確認してください。</translation>
    </message>
    <message>
        <source>Command log</source>
        <translation>コマンド ログ</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意する</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ThresholdsDialog</name>
    <message>
        <source>“Critical” must begin later than the warning: with fewer days left.</source>
        <translation>「重大」の日数は、警告の日数より少なくしてください。</translation>
    </message>
    <message>
        <source>A staged Auth certificate must last at least as long as the one in use may still last.</source>
        <translation>次の Auth 証明書の日数は、使用中の Auth 証明書の日数以上にしてください。</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>When findings begin</source>
        <translation>検出の基準</translation>
    </message>
    <message>
        <source>The defaults are those of Microsoft&apos;s HealthChecker and MonitorExchangeAuthCertificate.</source>
        <translation>既定値は Microsoft の HealthChecker と MonitorExchangeAuthCertificate に準じています。</translation>
    </message>
    <message>
        <source>Warning when a certificate has fewer days left than</source>
        <translation>警告にする残り日数 (これより少ない場合)</translation>
    </message>
    <message>
        <source>Critical when it has fewer days left than</source>
        <translation>重大にする残り日数 (これより少ない場合)</translation>
    </message>
    <message>
        <source>Smallest RSA key</source>
        <translation>RSA キーの最小サイズ</translation>
    </message>
    <message>
        <source>The Auth certificate wants a successor at so many days left</source>
        <translation>Auth 証明書の後継が必要になる残り日数</translation>
    </message>
    <message>
        <source>A staged Auth certificate must have more days left than</source>
        <translation>次の Auth 証明書に必要な残り日数 (これより多い場合に問題なし)</translation>
    </message>
    <message>
        <source>A staged one takes over soon when its date is nearer than</source>
        <translation>有効開始日が近いと見なす時間</translation>
    </message>
    <message>
        <source>Exchange looks whether its date has come every</source>
        <translation>Exchange が有効開始日を確認する間隔</translation>
    </message>
    <message>
        <source>It may take so long to arrive on a server</source>
        <translation>サーバーに届くまで待機する時間</translation>
    </message>
    <message>
        <source>The previous Auth certificate may stay named for</source>
        <translation>以前の Auth 証明書を指定したままにできる日数</translation>
    </message>
    <message>
        <source> days</source>
        <extracomment>units behind a number</extracomment>
        <translation> 日</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> 時間</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> ビット</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Replacing it is more urgent than copying it at fewer days left than</source>
        <translation>残り日数がこれを下回ると、コピーより置き換えを優先</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::ThumbprintLabel</name>
    <message>
        <source>Thumbprint</source>
        <translation>拇印</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no thumbprint</comment>
        <translation>割り当てなし</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>Button beside a thumbprint</extracomment>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the thumbprint</source>
        <translation>拇印をコピー</translation>
    </message>
    <message>
        <source>Copy the thumbprint without blanks</source>
        <translation>拇印を空白なしでコピー</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::TimelineChart</name>
    <message>
        <source>Show on %1</source>
        <extracomment>command of a menu: show the certificate that is on server %1</extracomment>
        <translation>%1 の証明書を表示</translation>
    </message>
    <message>
        <source>Expiry timeline</source>
        <translation>有効期限のタイムライン</translation>
    </message>
    <message>
        <source>No certificate is selected.</source>
        <translation>証明書が選択されていません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::TimelineView</name>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n certificates are not in it, because they have expired or their expiry is not known.</source>
        <translation>
            <numerusform>%1 期限切れまたは有効期限が不明な証明書 %n 件は含まれていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>No organisation has been read yet.</source>
        <translation>組織の情報をまだ読み取っていません。</translation>
    </message>
    <message>
        <source>No certificate could be read.</source>
        <translation>読み取れた証明書がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n servers could not be read: their certificates are not shown.</source>
        <translation>
            <numerusform>%n 台のサーバーを読み取れませんでした。それらの証明書は表示されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate expiry</source>
        <extracomment>name of a file; %1: an organisation</extracomment>
        <translation>証明書の有効期限</translation>
    </message>
    <message>
        <source>%1 certificate expiry</source>
        <translation>%1 証明書の有効期限</translation>
    </message>
    <message numerus="yes">
        <source>The timeline has %n lines, more than a picture can hold (%1). The calendar has room for all of them.</source>
        <translation>
            <numerusform>タイムラインは %n 行あり、画像に含められる行数 (%1) を超えています。カレンダーにはすべて含められます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>タイムラインの保存</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 画像 (*.svg)</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>カレンダーの保存</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>カレンダー (*.ics)</translation>
    </message>
    <message>
        <source>No certificate expires in the future.</source>
        <translation>今後有効期限が切れる証明書はありません。</translation>
    </message>
    <message>
        <source>&amp;Group by:</source>
        <translation>グループ化(&amp;G):</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>group the timeline by</comment>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Role</source>
        <comment>group the timeline by</comment>
        <translation>役割</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>表示期間を長くする</translation>
    </message>
    <message>
        <source>Show more time (-)</source>
        <translation>表示期間を長くする (-)</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>表示期間を短くする</translation>
    </message>
    <message>
        <source>Show less time (+)</source>
        <translation>表示期間を短くする (+)</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>show the whole timeline</comment>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Show all of the time (0)</source>
        <translation>全期間を表示 (0)</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>button with a menu</comment>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>画像 (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>画像 (SVG)…</translation>
    </message>
    <message>
        <source>Calendar (ICS)…</source>
        <translation>カレンダー (ICS)…</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::UserActions</name>
    <message>
        <source>Left to &amp;do…</source>
        <translation>残りの作業(&amp;D)…</translation>
    </message>
    <message>
        <source>What earlier operations have left to be done, by server</source>
        <translation>これまでの操作の後に残っている作業を、サーバーごとに表示します</translation>
    </message>
    <message>
        <source>&amp;About Kakuin</source>
        <translation>Kakuin について(&amp;A)</translation>
    </message>
    <message>
        <source>Assign &amp;services…</source>
        <translation>サービスの割り当て(&amp;S)…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>割り当て…</translation>
    </message>
    <message>
        <source>Give services to the selected certificate</source>
        <translation>選択した証明書にサービスを割り当てます</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>比較(&amp;O)…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>Compare the certificate with another one, field by field</source>
        <translation>証明書を別の証明書とフィールドごとに比較します</translation>
    </message>
    <message>
        <source>&amp;Connect to Exchange…</source>
        <translation>Exchange に接続(&amp;C)…</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>詳細をコピー(&amp;D)</translation>
    </message>
    <message>
        <source>Copy &amp;row</source>
        <translation>行をコピー(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Copy thumbprint</source>
        <translation>拇印をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>エクスポート(&amp;X)…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Save the selected certificate with its key in a PFX file</source>
        <translation>選択した証明書を秘密キーとともに PFX ファイルに保存します</translation>
    </message>
    <message>
        <source>Auth certificate…</source>
        <translation>Auth 証明書…</translation>
    </message>
    <message>
        <source>How the Auth certificate stands, and which server has it</source>
        <translation>Auth 証明書の状態と、各サーバーへの配布状況を表示します</translation>
    </message>
    <message>
        <source>Auth certificate stat&amp;us…</source>
        <translation>Auth 証明書の状態(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <extracomment>menu entry: the pages of help</extracomment>
        <translation>ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>What was done in this organisation, and what was interrupted</source>
        <translation>この組織で実行した操作と、中断した操作</translation>
    </message>
    <message>
        <source>&amp;History of the certificate…</source>
        <translation>証明書の履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>What was done to this certificate</source>
        <translation>この証明書に対して実行した操作</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>インポート(&amp;M)…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Bring a PFX file to one or several servers</source>
        <translation>PFX ファイルの証明書を 1 台以上のサーバーにインポートします</translation>
    </message>
    <message>
        <source>&amp;Bind port 444 to the selected certificate</source>
        <translation>選択した証明書をポート 444 にバインド(&amp;B)</translation>
    </message>
    <message>
        <source>What IIS Manager does on a real server: the site Exchange Back End uses the certificate</source>
        <translation>実際のサーバーでは IIS マネージャーで行う操作です。サイト「Exchange Back End」がこの証明書を使用するようになります</translation>
    </message>
    <message>
        <source>Move the &amp;clock…</source>
        <translation>時計を進める(&amp;C)…</translation>
    </message>
    <message>
        <source>Server &amp;faults…</source>
        <translation>サーバーの障害(&amp;F)…</translation>
    </message>
    <message>
        <source>Check what the &amp;ports serve…</source>
        <translation>ポートが提示する証明書を確認(&amp;P)…</translation>
    </message>
    <message>
        <source>Check the &amp;ports of this server…</source>
        <translation>このサーバーのポートを確認(&amp;P)…</translation>
    </message>
    <message>
        <source>This build of Kakuin cannot look at ports on this system.</source>
        <translation>このビルドの Kakuin は、このシステムではポートを確認できません。</translation>
    </message>
    <message>
        <source>Which certificates the servers really show on their ports, without PowerShell</source>
        <translation>サーバーが各ポートで実際に提示する証明書を、PowerShell を使用せずに確認します</translation>
    </message>
    <message>
        <source>&amp;New practice organisation…</source>
        <translation>新しい練習用の組織(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open exported data: folder…</source>
        <translation>エクスポートしたデータのフォルダーを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open exported data: &amp;files…</source>
        <translation>エクスポートしたデータのファイルを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;practice organisation</source>
        <translation>練習用の組織を開く(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>最新の情報に更新(&amp;F)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>最新の情報に更新</translation>
    </message>
    <message>
        <source>Read the organisation again (%1)</source>
        <translation>組織の情報を最新の状態に更新します (%1)</translation>
    </message>
    <message>
        <source>Refresh &amp;server</source>
        <translation>サーバーを最新の情報に更新(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>See what depends on the selected certificates, and remove them</source>
        <translation>選択した証明書に依存しているものを確認し、証明書を削除します</translation>
    </message>
    <message>
        <source>Re&amp;new…</source>
        <translation>更新(&amp;N)…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Create the successor of the selected certificates (%1)</source>
        <translation>選択した証明書の後継の証明書を作成します (%1)</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>レポートの保存(&amp;R)…</translation>
    </message>
    <message>
        <source>Save findings and certificates as a page, PDF, table or data</source>
        <translation>検出項目と証明書をページ、PDF、表、データとして保存します</translation>
    </message>
    <message>
        <source>Rotate the &amp;Auth certificate…</source>
        <translation>Auth 証明書の更新(&amp;A)…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Auth 証明書の更新…</translation>
    </message>
    <message>
        <source>Replace the Auth certificate of the organisation</source>
        <translation>組織の Auth 証明書を新しい証明書に置き換えます</translation>
    </message>
    <message>
        <source>&amp;Save a snapshot…</source>
        <translation>スナップショットの保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the &amp;collector script…</source>
        <translation>収集スクリプトの保存(&amp;T)…</translation>
    </message>
    <message>
        <source>Compare with a s&amp;napshot…</source>
        <translation>スナップショットとの比較(&amp;M)…</translation>
    </message>
    <message>
        <source>Make it the &amp;internal transport certificate…</source>
        <translation>内部トランスポート証明書に設定(&amp;I)…</translation>
    </message>
    <message>
        <source>Internal transport…</source>
        <translation>内部トランスポート…</translation>
    </message>
    <message>
        <source>Let the selected certificate protect mail between the servers</source>
        <translation>選択した証明書でサーバー間のメールを保護します</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::Watch</name>
    <message>
        <source>Kakuin</source>
        <extracomment>notification; %n: how many findings were not told one by one</extracomment>
        <translation>Kakuin</translation>
    </message>
    <message numerus="yes">
        <source>%n further new findings</source>
        <translation>
            <numerusform>ほかに新しい検出項目が %n 件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Kakuin: %1 critical, %2 warnings</source>
        <extracomment>tool tip of the icon in the notification area; %1: critical findings, %2: warnings</extracomment>
        <translation>Kakuin: 重大 %1 件、警告 %2 件</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>監視(&amp;W)</translation>
    </message>
    <message>
        <source>Read again only when &amp;asked</source>
        <translation>自動的に読み取らない(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>Read again every %n minutes</source>
        <translation>
            <numerusform>%n 分ごとに読み取る</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again every %n hours</source>
        <translation>
            <numerusform>%n 時間ごとに読み取る</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Icon in the notification area</source>
        <translation>通知領域のアイコン(&amp;I)</translation>
    </message>
    <message>
        <source>Shows the worst state, and tells of each new finding once</source>
        <translation>最も重大な状態を表示し、新しい検出項目を 1 回だけ通知します</translation>
    </message>
    <message>
        <source>This desktop has no notification area for icons.</source>
        <translation>このデスクトップには、アイコンの通知領域がありません。</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::WelcomePage</name>
    <message>
        <source>Which organisation?</source>
        <translation>どの組織を開きますか?</translation>
    </message>
    <message>
        <source>Kakuin shows the certificates that Exchange servers issue to themselves, and renews, rotates, assigns and removes them. Nothing is changed before you have seen the command.</source>
        <translation>Kakuin は、Exchange サーバーの自己署名証明書を表示し、更新、割り当て、削除を行います。コマンドを確認するまで、何も変更されません。</translation>
    </message>
    <message>
        <source>Connect to Exchange</source>
        <translation>Exchange に接続する</translation>
    </message>
    <message>
        <source>Your own organisation, through the PowerShell of one of its servers.</source>
        <translation>いずれかの Exchange サーバーの PowerShell を使用して、実際の組織に接続します。</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>練習する</translation>
    </message>
    <message>
        <source>A made-up organisation with real keys and certificates, on this computer only. Nothing can go wrong.</source>
        <translation>本物のキーと証明書を使用した架空の組織を、このコンピューター上だけで操作します。失敗しても、実際の組織に影響はありません。</translation>
    </message>
    <message>
        <source>Look at exported data</source>
        <translation>エクスポートしたデータを見る</translation>
    </message>
    <message>
        <source>A folder or .zip from the collector script or another Kakuin. Nothing can be changed; tasks end with a script.</source>
        <translation>収集スクリプト、または別のコンピューターの Kakuin で作成したフォルダーや .zip を開きます。変更はできません。ウィザードの最後にスクリプトを保存できます。</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近使ったもの</translation>
    </message>
</context>
<context>
    <name>kakuin::ui::WhenPage</name>
    <message>
        <source>When does the new certificate take over?</source>
        <translation>新しい証明書に切り替える時期</translation>
    </message>
    <message>
        <source>The Auth certificate belongs to the whole organisation: it is changed once, on one server.</source>
        <translation>Auth 証明書は組織全体で共有されます。変更は 1 台のサーバーで 1 回だけ行います。</translation>
    </message>
    <message>
        <source>Planned (recommended)</source>
        <translation>有効開始日に切り替え (推奨)</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>有効開始日に切り替え</translation>
    </message>
    <message>
        <source>The new certificate is created now, spreads to all servers, and takes over on its effective date. Nobody notices. At least 48 hours ahead.</source>
        <translation>新しい証明書を今すぐ作成し、すべてのサーバーに配布したうえで、有効開始日に切り替えます。ユーザーへの影響はありません。有効開始日は 48 時間以上先に設定します。</translation>
    </message>
    <message>
        <source> hours ahead</source>
        <extracomment>unit behind a number of hours</extracomment>
        <translation> 時間後</translation>
    </message>
    <message>
        <source>Hours until it takes effect</source>
        <translation>有効になるまでの時間</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>すぐに切り替え</translation>
    </message>
    <message>
        <source>At once (recommended)</source>
        <translation>すぐに切り替え (推奨)</translation>
    </message>
    <message>
        <source>For a certificate that has expired or is about to. Servers that do not have the new one yet refuse sign-ins until it arrives.</source>
        <translation>有効期限が切れた証明書や、まもなく有効期限が切れる証明書に適しています。新しい証明書が届いていないサーバーでは、届くまでサインインできません。</translation>
    </message>
    <message>
        <source>Clear the previous certificate in the same step</source>
        <translation>同じ手順で以前の証明書をクリアする</translation>
    </message>
    <message>
        <source>Another certificate is staged already. The new one takes its place.</source>
        <translation>既に別の証明書が次の Auth 証明書として設定されています。この設定は新しい証明書に置き換わります。</translation>
    </message>
    <message>
        <source>The certificate is named now, spreads to all servers, and takes over on its effective date. Nobody notices. At least 48 hours ahead.</source>
        <translation>証明書を次の Auth 証明書として今すぐ設定し、すべてのサーバーに配布したうえで、有効開始日に切り替えます。ユーザーへの影響はありません。有効開始日は 48 時間以上先に設定します。</translation>
    </message>
    <message>
        <source>Decide without the servers that did not answer</source>
        <translation>応答しなかったサーバーを除外して判断する</translation>
    </message>
    <message>
        <source>The plan and the journal record which servers were left out.</source>
        <translation>除外したサーバーは、計画と履歴に記録されます。</translation>
    </message>
</context>
</TS>
