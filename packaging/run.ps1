# Installs what Attune needs on Windows (or macOS with PowerShell 7), then starts it.
# The first start takes minutes, every other one is immediate.
#
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [--yes] [--no-train | --train] [attune's own arguments...]
#
# --yes       install missing programs without asking
# --no-train  leave out fine-tuning and PyTorch, its largest part; kept for later starts until --train
#
# Windows PowerShell 5.1 drops double quotes inside arguments; PowerShell 7.3 and later pass everything exactly.

# Not 'Stop': in PowerShell 5.1 that turns every line a program writes to stderr into a fatal error.
$ErrorActionPreference = 'Continue'

$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Install = Join-Path (Join-Path $Root 'packaging') 'install.py'
$OldestPython = '3.11'
$NewestPython = '3.13'
$OnWindows = ($PSVersionTable.PSEdition -eq 'Desktop') -or $IsWindows
$Programs = Join-Path $Venv $(if ($OnWindows) { 'Scripts' } else { 'bin' })
$Suffix = if ($OnWindows) { '.exe' } else { '' }
$VenvPython = Join-Path $Programs "python$Suffix"

function Say([string] $Line) { [Console]::Error.WriteLine($Line) }

# Whether a command runs, has a supported Python version, and can make virtual environments.
function Test-Python([string[]] $Command) {
    if (-not (Get-Command $Command[0] -ErrorAction SilentlyContinue)) { return $false }
    $low = $OldestPython -replace '\.', ', '
    $high = $NewestPython -replace '\.', ', '
    $question = "import ensurepip, sys, venv; sys.exit(not ($low) <= sys.version_info[:2] <= ($high))"
    $before = @($Command | Select-Object -Skip 1)
    & $Command[0] @before -c $question 2>&1 | Out-Null
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    $candidates = @()
    if ($env:ATTUNE_PYTHON) { $candidates += , @($env:ATTUNE_PYTHON) }
    if ($OnWindows) {
        foreach ($version in '3.13', '3.12', '3.11') { $candidates += , @('py', "-$version") }
        # Where a new installation is before this window's PATH knows it.
        $fresh = "Programs\Python\Python$($NewestPython -replace '\.', '')\python.exe"
        $candidates += , @((Join-Path $env:LOCALAPPDATA $fresh))
    }
    foreach ($name in 'python3', 'python3.13', 'python3.12', 'python3.11', 'python') { $candidates += , @($name) }
    foreach ($candidate in $candidates) {
        if (Test-Python $candidate) { return , $candidate }
    }
    return $null
}

# Offers to install one program with winget or brew. Declined or failed: says so and goes on.
function Install-Program([string] $What, [string] $WingetId, [string] $BrewName) {
    $tool = if ($OnWindows) { 'winget' } else { 'brew' }
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { return }
    Say "setup: missing $What"
    if (-not $script:AssumeYes) {
        if ([Console]::IsInputRedirected) {
            Say 'setup: not installed, as nobody is there to ask; start again with --yes to allow it'
            return
        }
        $answer = Read-Host "Install it now with ${tool}? [Y/n]"
        if ($answer -and $answer -notmatch '^[Yy]') { return }
    }
    if ($OnWindows) {
        & winget install --exact --id $WingetId --accept-package-agreements --accept-source-agreements | Out-Host
    } else {
        & brew install $BrewName | Out-Host
    }
}

function New-Environment {
    $python = Find-Python
    if (-not $python) {
        Install-Program 'Python' "Python.Python.$NewestPython" "python@$NewestPython"
        $python = Find-Python
    }
    if (-not $python) {
        Say "setup: Attune needs Python $OldestPython to $NewestPython, and none was found."
        Say "  Windows: winget install Python.Python.$NewestPython     macOS: brew install python@$NewestPython"
        Say '  Or name one in the environment variable ATTUNE_PYTHON and start again.'
        exit 1
    }
    Say 'setup: making a virtual environment'
    $before = @($python | Select-Object -Skip 1)
    & $python[0] @before -m venv --clear $Venv | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Say "setup: the virtual environment could not be made in $Venv; is the disk full or the folder read-only?"
        exit 1
    }
}

# The recogniser's libraries need Microsoft's C++ runtime, which a new Windows does not have.
function Install-Runtime {
    if (-not $OnWindows) { return }
    if (Test-Path (Join-Path $env:SystemRoot 'System32\msvcp140.dll')) { return }
    Install-Program "Microsoft's C++ runtime" 'Microsoft.VCRedist.2015+.x64' ''
}

# The same states as in setup.sh: 0 ready, 3 something is missing, 4 make it anew.
function Get-EnvironmentState {
    if (-not (Test-Path $VenvPython)) { return 4 }
    & $VenvPython -E -s -S $Install ready @Level 2>&1 | Out-Null
    return $LASTEXITCODE
}

function Initialize-Environment {
    $state = Get-EnvironmentState
    if ($state -eq 0) { return }
    Say "setup: preparing Attune in $Venv; this is needed once and after updates"
    Install-Runtime
    $usable = $state -ne 4
    if ($usable) {
        & $VenvPython -E -s -m pip --version 2>&1 | Out-Null
        $usable = $LASTEXITCODE -eq 0
    }
    if (-not $usable) { New-Environment }
    & $VenvPython -E -s $Install install @Level | Out-Host
    if ($LASTEXITCODE -ne 0) { exit 1 }
}

$AssumeYes = $false
$Level = @()
$Rest = @($args)
while ($Rest.Count -gt 0) {
    if ($Rest[0] -eq '--yes') { $AssumeYes = $true }
    elseif ($Rest[0] -eq '--no-train') { $Level = @('--level', 'core') }
    elseif ($Rest[0] -eq '--train') { $Level = @('--level', 'train') }
    else { break }
    $Rest = @($Rest | Select-Object -Skip 1)
}

Initialize-Environment
& (Join-Path $Programs "attune$Suffix") @Rest
exit $LASTEXITCODE
